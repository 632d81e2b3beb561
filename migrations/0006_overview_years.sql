-- Who moved in when, with the home they moved into.
CREATE INDEX tenancy_by_from_day ON tenancy (municipality, from_day, dwelling);
