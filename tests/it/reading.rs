//! Files of other programs, and files that were made to do harm: each is read, or refused in words that help.

mod archives;
mod packing;
