-- The cases of applications that came in before there were cases (L1.2): one on help for each request, and one
-- for what was applied for. Where a home was granted, they were decided with it.

INSERT INTO housing_case (municipality, id, application, position, kind, applicant, household, received, open_until,
    closed_as, restricted, version)
SELECT a.municipality, a.id || '-1', a.id, 1, 'BSL_BISTAND', a.applicant, a.household, a.received,
    CASE WHEN a.status IN ('VEDTATT_JA', 'VENTELISTE', 'TILBUD', 'TAKKETNEI') THEN coalesce(a.decided, a.received)
        ELSE '9999-12-31' END,
    CASE WHEN a.status IN ('VEDTATT_JA', 'VENTELISTE', 'TILBUD', 'TAKKETNEI') THEN 'INNVILGET' END,
    a.restricted, 1
FROM application a WHERE a.open_until = '9999-12-31' AND coalesce(a.kind, 'NY') <> 'OPPTAK';

INSERT INTO housing_case (municipality, id, application, position, kind, applicant, household, received, open_until,
    closed_as, restricted, version)
SELECT c.municipality, a.id || '-2', a.id, 2,
    CASE a.kind WHEN 'FORL' THEN 'KOMM_BOLIG_FORLENGELSE' WHEN 'OMS' THEN 'HELDOGN_OMSORG' ELSE 'KOMM_BOLIG' END,
    c.applicant, c.household, c.received, c.open_until, c.closed_as, c.restricted, 1
FROM housing_case c JOIN application a ON a.municipality = c.municipality AND a.id = c.application
WHERE c.position = 1 AND coalesce(a.kind, 'NY') <> 'BOSL';

-- Those that wait now.
CREATE INDEX case_hold_running ON case_hold (municipality, housing_case, until_day) WHERE ended IS NULL;
