# The import in steps
imports-title = Bring in files
imports-intro = Drop the office's own spreadsheets and lists here. You see how Husrom reads them, and which rows are wrong, before anything is saved.
imports-files = Files
imports-files-hint = xlsx, ods or csv, up to { $limit } MB together. You can choose several.
imports-as-of = The files stand as of
imports-as-of-hint = The day on which what the files say was right.
imports-profile = Read the columns as
imports-profile-none = Let Husrom work it out
imports-upload = Look at the files
imports-refused-title = This could not be read
imports-no-file = Choose at least one file.
imports-earlier = Earlier imports
imports-none-title = Nothing has been brought in yet
imports-none-text = Begin with the list of homes. The applicants and the arrears can come along or later.
imports-when = When
imports-who = Who
imports-state = Status
imports-what = What
imports-state-preview = To be looked at
imports-state-done = Saved
imports-state-discarded = Put away
imports-result = { $new } new, { $changed } changed
imports-one = Import
imports-kicker = { $state } · as of { $day }
imports-all = All imports
imports-ready = { $accepted } rows are ready to be saved. { $rejected } rows are rejected and left out.
imports-accept = Save { $count } rows
imports-discard = Put away without saving
imports-discard-sure = Put the import away without saving anything from it?
imports-profile-save = Remember how the columns are read, under the name
imports-profile-save-hint = May be left empty. Next time files come from the same place, choose the name.
imports-state-saving = Being saved
imports-progress-reading = Reading the files …
imports-progress = { $saved } of { $total } rows are ready
imports-progress-label = How far the import has come
imports-progress-done = The import is done
imports-progress-others = You and others can go on working. Nothing is saved until everything is saved.
imports-done-title = What the import did
imports-would-title = What the import will do
imports-skipped = { $count ->
    [one] One row is not read: a sum, a note or a title
   *[other] { $count } rows are not read: sums, notes and titles
  }
imports-columns-not-understood = We do not understand the columns { $columns }. They are not read until you choose what they mean.
imports-new = New
imports-changed = Changed
imports-unchanged = As before
imports-protection = { $count ->
    [one] One person has a note about a secret address and is protected until somebody has looked at it.
   *[other] { $count } people have a note about a secret address and are protected until somebody has looked at it.
  }
imports-notes-left-out = { $count ->
    [one] One note was not taken in, for it names somebody with a strictly confidential address beside another home than theirs.
   *[other] { $count } notes were not taken in, for they name somebody with a strictly confidential address beside another home than theirs.
}
imports-protection-see = See who
imports-protection-others = You cannot see those with a strictly confidential address yourself. Those who can look at them are: { $names }.
imports-protection-nobody = You cannot see those with a strictly confidential address yourself. Nobody can look at them until the administrator lets somebody see protected addresses.
imports-missing = This is on the register but no longer in the files. Nothing has been deleted:
imports-missing-kind = { $kind }: { $count }
imports-missing-more = And { $count } more.
imports-sheet-counts = { $rows } rows: { $accepted } good, { $rejected } rejected.
imports-sheet-repeated = { $count ->
    [one] One row stands there twice and counts once: row
   *[other] { $count } rows stand there more than once and count once: row
  }
imports-rejected-title = Rejected rows ({ $count })
imports-rejected-file = Download the rejected rows
imports-rejected-more = And { $count } more. The spreadsheet has them all.
imports-row = Row
imports-column = Column
imports-value = What stands there
imports-unknown = We do not know these words. The rows are in, but without this information:
imports-columns = How we read the columns
imports-columns-more = And { $count } more columns that are not understood. They are not read.
imports-kind = The sheet is about
imports-kind-none = Not to be read
imports-samples = The first values
imports-meaning = Means
imports-sure = How sure
imports-not-understood = Not understood
imports-reread = Read again with these choices

# Where one stands
imports-step-upload = Bring in files
imports-step-look = Look over
imports-step-save = Save
