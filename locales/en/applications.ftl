# Applications.
application-received-on = received { $day }
