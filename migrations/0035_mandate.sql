-- What a guardian of an adult is appointed to look after: PERSONLIG, OKONOMISK or BEGGE. NULL: nobody has noted it.
ALTER TABLE representative ADD COLUMN mandate TEXT;
