# Applications.
application-received-on = mottatt { $day }
