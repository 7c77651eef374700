//! The second program: nothing happens until the worker calls (`bieumau::office::worker`), which is why that is named
//! here only to be linked.

use bieumau as _;

fn main() {}
