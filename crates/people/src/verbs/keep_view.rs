//! Keep the filters of a list as an address one comes back to.

use crate::kept::{self, KeptRow};
use db::Cx;
use kernel::{Failure, Refusal};
use typed::{line, too_long};
use uuid::Uuid;

/// So many of one list and person; more than these nobody reads.
const MOST: usize = 30;

/// Keeps the filters of a list of the desk, as its path and query, under a name.
///
/// # Errors
/// Refused without a name, with an address that is none of the desk, and beyond the most of one list.
pub async fn keep_view(cx: &mut Cx, list: &str, query: &str, name: &str) -> Result<(), Failure> {
    let me = cx.person()?;
    let name = line(name);
    let mut against = Vec::new();
    if name.is_empty() {
        against.push(Refusal::field("name", "refused-filter-name"));
    }
    too_long("name", &name, 80, &mut against);
    if !is_list(list) || query.len() > 2000 || !query.chars().all(is_plain) {
        against.push(Refusal::new("refused-unreadable"));
    }
    Failure::unless(against)?;
    if kept::of(cx.tx(), me, list).await?.len() >= MOST {
        return Err(Failure::refused(Refusal::new("refused-filter-many")));
    }
    let row = KeptRow { id: Uuid::now_v7(), name, query: query.to_owned() };
    kept::keep(cx.tx(), me, list, &row).await?;
    Ok(())
}

/// Forgets one of one's own; answers the list it was of.
///
/// # Errors
/// Not found when it is another's.
pub async fn forget_view(cx: &mut Cx, id: Uuid) -> Result<String, Failure> {
    let me = cx.person()?;
    let list = kept::list_of(cx.tx(), me, id).await?.ok_or(Failure::NotFound)?;
    kept::forget(cx.tx(), me, id).await?;
    Ok(list)
}

/// A path below the desk without anything that leads elsewhere.
fn is_list(path: &str) -> bool {
    path.len() <= 200
        && path.strip_prefix("/desk/").is_some_and(|rest| {
            !rest.is_empty() && rest.chars().all(|c| c.is_ascii_alphanumeric() || "-_/".contains(c))
        })
        && !path.contains("//")
}

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || "=&-_.%+~*".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lists_of_the_desk_are_kept() {
        for list in ["/desk/work/all", "/desk/plans/01a2081d-0fb2-7687-9317-4889cb5ebb5f"] {
            assert!(is_list(list), "{list}");
        }
        for other in
            ["", "/", "/desk/", "/desk//evil.example", "//evil.example", "/desk/../x", "/desk/a?b", "x"]
        {
            assert!(!is_list(other), "{other}");
        }
        assert!("which=late&q=ti%C3%AAm+ch%E1%BB%A7ng".chars().all(is_plain));
        assert!(!"q=<b>\"".chars().all(is_plain));
    }
}
