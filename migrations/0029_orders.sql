-- Lists in an order that both engines can walk: what is unknown comes first, and those who stay have an index of
-- their own, since PostgreSQL does not see that one way of living there leaves the rest of an index in order.

DROP INDEX tenancy_lease_list;
CREATE INDEX tenancy_staying ON tenancy
    (municipality, (coalesce(lease_until, '9999-12-31')), id, from_day, restricted, tenant) WHERE moved_out IS NULL;
CREATE INDEX tenancy_leaving ON tenancy
    (municipality, moved_out, (coalesce(lease_until, '9999-12-31')), id, from_day, restricted, tenant)
    WHERE moved_out IS NOT NULL;

DROP INDEX dwelling_by_rooms;
CREATE INDEX dwelling_by_rooms ON dwelling (municipality, rooms {UNKNOWN_FIRST}, sort_key, id);
DROP INDEX dwelling_by_floor_area;
CREATE INDEX dwelling_by_floor_area ON dwelling (municipality, floor_area {UNKNOWN_FIRST}, sort_key, id);
DROP INDEX dwelling_by_rent;
CREATE INDEX dwelling_by_rent ON dwelling (municipality, rent {UNKNOWN_FIRST}, sort_key, id);
DROP INDEX person_open_by_born;
CREATE INDEX person_open_by_born ON person (municipality, born {UNKNOWN_FIRST}, sort_key, id)
    WHERE merged_into IS NULL AND restricted = 0;
