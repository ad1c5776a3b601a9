//! Notifications of the desktop, over the session bus.
//!
//! The bus is reached by a socket of this computer and by nothing else: an address that leads over a
//! network is passed by. A desktop without a bus, or one that does not answer, keeps nobody waiting,
//! since commands of the host run on threads of their own and hold no lock on the workspace.

use assay_api::Error;
use assay_api::contract::{Nothing, NotificationShow};

/// Shows a notification; how long it stays is the desktop's to say.
pub(crate) fn show(request: &NotificationShow) -> Result<Nothing, Error> {
    desktop::say(request)
        .map(|()| Nothing {})
        .map_err(|error| Error::new("notification-failed").with("detail", error))
}

#[cfg(target_os = "linux")]
mod desktop {
    use assay_api::contract::NotificationShow;
    use std::collections::HashMap;
    use std::time::Duration;
    use zbus::address::{Address, Transport};
    use zbus::blocking::connection::Builder;
    use zbus::zvariant::Value;

    /// The longest that an answer is waited for.
    const PATIENCE: Duration = Duration::from_secs(5);

    #[zbus::proxy(
        interface = "org.freedesktop.Notifications",
        default_service = "org.freedesktop.Notifications",
        default_path = "/org/freedesktop/Notifications",
        gen_async = false
    )]
    trait Notifications {
        #[expect(clippy::too_many_arguments, reason = "as the specification has it")]
        fn notify(
            &self,
            program: &str,
            replaces: u32,
            icon: &str,
            summary: &str,
            body: &str,
            actions: &[&str],
            hints: HashMap<&str, Value<'_>>,
            expires_ms: i32,
        ) -> zbus::Result<u32>;
    }

    pub(super) fn say(request: &NotificationShow) -> zbus::Result<()> {
        let address = Address::session()?;
        if !matches!(address.transport(), Transport::Unix(_)) {
            return Err(zbus::Error::Address(address.to_string()));
        }
        let bus = Builder::address(address)?
            .method_timeout(PATIENCE)
            .build()?;
        let NotificationShow { title, text } = request;
        let hints = HashMap::new();
        NotificationsProxy::new(&bus)?.notify("Assay", 0, "assay", title, text, &[], hints, -1)?;
        Ok(())
    }
}

/// Elsewhere nothing shows them yet; the overview says the same.
#[cfg(not(target_os = "linux"))]
mod desktop {
    use assay_api::contract::NotificationShow;

    pub(super) fn say(_: &NotificationShow) -> Result<(), &'static str> {
        Err(std::env::consts::OS)
    }
}
