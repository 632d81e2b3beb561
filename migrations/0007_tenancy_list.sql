-- Tenancies by the end of the lease, those without an end last; and those with a move-out to come.

CREATE INDEX tenancy_lease_list ON tenancy (municipality, moved_out, (coalesce(lease_until, '9999-12-31')), id);
