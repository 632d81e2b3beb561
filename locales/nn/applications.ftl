# Applications.
application-received-on = motteken { $day }
