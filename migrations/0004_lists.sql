-- What the lists of homes, tenancies and arrears are sorted by.

CREATE INDEX dwelling_by_floor_area ON dwelling (municipality, floor_area, sort_key, id);
CREATE INDEX dwelling_by_rent ON dwelling (municipality, rent, sort_key, id);
CREATE INDEX dwelling_by_status_since ON dwelling (municipality, status_since, sort_key, id);
CREATE INDEX invoice_by_dwelling ON invoice (municipality, dwelling, due);
