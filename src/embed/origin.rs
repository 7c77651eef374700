//! An origin: who a page is, as browsers name it (RFC 6454).

/// Scheme, host and port of a page: `https://portal.sonla.gov.vn`, `http://localhost:8080`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// Reads an origin as browsers write it. None for anything else: a path behind it, a sign for "any", `null`, or a
    /// default port that browsers leave out.
    pub fn parse(text: &str) -> Option<Origin> {
        let (scheme, rest) = text.split_once("://")?;
        let default_port = match scheme {
            "https" => "443",
            "http" => "80",
            _ => return None,
        };
        let (host, port) = match rest.rsplit_once(':') {
            // An address of IPv6 stands in brackets and has colons of its own.
            Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
            _ => (rest, None),
        };
        let is_host_sign = |byte: u8| {
            byte.is_ascii_lowercase()
                || byte.is_ascii_digit()
                || matches!(byte, b'.' | b'-' | b'[' | b']' | b':')
        };
        let is_host = !host.is_empty() && host.len() <= 253 && host.bytes().all(is_host_sign);
        let is_port = port.is_none_or(|port| {
            let number = port.parse::<u16>();
            port != default_port
                && number.is_ok_and(|number| number > 0 && number.to_string() == port)
        });
        (is_host && is_port).then(|| Origin(text.to_owned()))
    }

    /// Reads the origins of a list that is separated by commas; what is none is left out.
    pub fn list(text: &str) -> Vec<Origin> {
        text.split(',')
            .filter_map(|one| Origin::parse(one.trim()))
            .collect()
    }

    /// As browsers write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
