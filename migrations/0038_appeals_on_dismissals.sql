-- The letter that told of an appeal's dismissal, or of its result, and the earlier appeal whose dismissal is appealed:
-- a dismissal is a decision of its own (fvl. § 28).
ALTER TABLE appeal ADD COLUMN letter TEXT;
ALTER TABLE appeal ADD COLUMN dismissal_of TEXT;
