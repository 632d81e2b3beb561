-- Homes are found by the property they stand on.

CREATE INDEX dwelling_by_cadastre ON dwelling (municipality, cadastre) WHERE cadastre IS NOT NULL;
