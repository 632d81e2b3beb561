-- Households that have been asked what they want themselves, for whoever asks which tenants would move.
CREATE INDEX need_record_wish ON need_record (municipality, household) WHERE kind = 'wish';
