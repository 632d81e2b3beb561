//! The trade seen from outside: cases that an officer can read and add to, and the names of codes.

mod calc;
mod cases;
mod codes;
mod deadlines;
mod fit;
mod grounds;
mod law;
mod leases;
mod offers;
mod peers;
mod rates;
mod rooms;
