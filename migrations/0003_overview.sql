-- Ways for the overview to count without reading the facts themselves.

-- Whether anything is dated after a day: if not, the columns that repeat the newest row answer for it.
CREATE INDEX dwelling_status_by_day ON dwelling_status (municipality, from_day);
CREATE INDEX dwelling_rent_by_day ON dwelling_rent (municipality, from_day);
CREATE INDEX application_status_by_day ON application_status (municipality, from_day);
CREATE INDEX invoice_balance_by_day ON invoice_balance (municipality, from_day);

-- Who lives in the homes, by the last day of the lease, and since when a home has stood empty.
CREATE INDEX tenancy_lease_ends ON tenancy (municipality, moved_out, lease_until, from_day);
CREATE INDEX tenancy_last_moved_out ON tenancy (municipality, dwelling, moved_out);

-- Who applied when for what, what was decided, and who waits for what.
CREATE INDEX application_by_day ON application (municipality, received, kind, children);
CREATE INDEX application_decided ON application (municipality, decided, kind, status);
CREATE INDEX application_waiting ON application
    (municipality, status, kind, target_groups, room_need, situation, children, received);

-- What is left to pay.
CREATE INDEX invoice_open ON invoice (municipality, due, debtor, outstanding) WHERE outstanding <> 0;
