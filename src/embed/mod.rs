//! A page within another page: who may speak with it, and what they say to each other.
//!
//! Nothing here knows a browser: what is heard comes in as text with the origin that the browser names, what is said
//! goes out as text with the origin that alone may hear it.

mod origin;
mod port;
mod situation;

pub use origin::Origin;
pub use port::{Heeded, Port};
pub use situation::situation;
