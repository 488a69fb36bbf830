//! Add a person, with the posts they hold.

use crate::store::{self, PersonRow};
use db::Cx;
use kernel::{Action, Day, Failure, NewId, PeopleEvent, PersonId, PostId, Refusal, Thing, UnitId};

/// A person to be added.
#[derive(Debug, Clone)]
pub struct PersonWish {
    /// E-mail address they sign in with.
    pub login: String,
    /// Full name.
    pub name: String,
    /// `ông`, `bà`, `đồng chí`.
    pub honorific: String,
    /// Posts held, with their terms.
    pub tenures: Vec<TenureWish>,
}

/// A post held.
#[derive(Debug, Clone)]
pub struct TenureWish {
    /// Which post.
    pub post: PostId,
    /// The unit of the post.
    pub unit: UnitId,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Option<Day>,
}

/// Adds a post to a unit; the lower the rank, the earlier it is named (S95).
///
/// # Errors
/// Forbidden to all but administrators.
pub async fn add_post(cx: &mut Cx, title: &str, unit: UnitId, rank: i32) -> Result<PostId, Failure> {
    cx.may(Action::Administer, Thing::House)?;
    let id = PostId::fresh();
    store::insert_post(cx.tx(), id, title, unit, rank).await?;
    Ok(id)
}

/// Adds the person. They cannot sign in before a password is set.
///
/// # Errors
/// Refused when the address is no address or is taken, or the name is missing.
pub async fn add_person(cx: &mut Cx, wish: PersonWish) -> Result<PersonId, Failure> {
    cx.may(Action::Administer, Thing::House)?;
    let login = wish.login.trim().to_lowercase();
    let mut reasons = Vec::new();
    if !looks_like_an_address(&login) {
        reasons.push(Refusal::field("login", "refused-login-no-address"));
    } else if store::person_by_login(cx.tx(), &login).await?.is_some() {
        reasons.push(Refusal::field("login", "refused-login-taken").with("login", &login));
    }
    if wish.name.trim().is_empty() {
        reasons.push(Refusal::field("name", "refused-name-missing"));
    }
    Failure::unless(reasons)?;
    let id = PersonId::fresh();
    let row = PersonRow {
        id,
        login,
        name: wish.name.trim().to_owned(),
        honorific: wish.honorific,
        password_hash: None,
        left_at: None,
    };
    store::insert_person(cx.tx(), row, cx.now()).await?;
    cx.record(PeopleEvent::PersonAdded { person: id });
    for tenure in wish.tenures {
        let to = tenure.to.map(|day| day.to_string());
        store::insert_tenure(cx.tx(), id, tenure.post, &tenure.from.to_string(), to.as_deref()).await?;
        cx.record(PeopleEvent::PostGiven { person: id, unit: tenure.unit });
    }
    Ok(id)
}

fn looks_like_an_address(login: &str) -> bool {
    login.len() <= 254
        && !login.contains(char::is_whitespace)
        && login.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
        })
}
