-- Finding people and homes by what somebody types, and what the lists of people and applications are sorted by.

-- 1 when the person's address is strictly confidential, or that of somebody they live with: outside the
-- named group they are on no list.
ALTER TABLE person ADD COLUMN restricted {INT} NOT NULL DEFAULT 0;
UPDATE person SET restricted = 1 WHERE protection IN ('STRENGT', 'STRENGT_UTLAND') OR EXISTS (
    SELECT 1 FROM household_member m JOIN household h ON h.municipality = m.municipality AND h.id = m.household
    WHERE m.municipality = person.municipality AND m.person = person.id AND h.restricted = 1);

CREATE INDEX person_open_sorted ON person (municipality, sort_key, id) WHERE merged_into IS NULL AND restricted = 0;
CREATE INDEX person_open_by_born ON person (municipality, born, sort_key, id)
    WHERE merged_into IS NULL AND restricted = 0;
CREATE INDEX person_to_check ON person (municipality, sort_key, id) WHERE protection_to_check = 1;
CREATE INDEX person_merged ON person (municipality, merged_into) WHERE merged_into IS NOT NULL;

-- Words inside names: the first given name and the first family name are found by `search` and `sort_key`.
CREATE TABLE person_word (
    municipality TEXT NOT NULL,
    word TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (municipality, word, person)
) STRICT;
CREATE INDEX person_word_by_person ON person_word (municipality, person);

-- Words inside the names of streets: a street's first word is found by `dwelling.building`.
CREATE TABLE street_word (
    municipality TEXT NOT NULL,
    word TEXT NOT NULL,
    street TEXT NOT NULL,       -- folded
    PRIMARY KEY (municipality, word, street)
) STRICT;
CREATE INDEX dwelling_by_unit ON dwelling (municipality, unit, sort_key, id);
CREATE INDEX dwelling_by_external_number ON dwelling (municipality, external_number)
    WHERE external_number IS NOT NULL;
CREATE INDEX application_by_household ON application (municipality, household, received);
