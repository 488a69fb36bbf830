//! People find what they know is there: queries written over the demo's stories, each with the one story meant.

use seek::{Ask, Change, Entry, Freshness, Held, Index};

const QUERIES: &str = include_str!("known.tsv");

#[test]
fn what_is_known_to_be_there_comes_first() {
    let world = demo::world().unwrap();
    let index = Index::in_memory().unwrap();
    let entries = world.stories.iter().map(|story| {
        Change::Put(Box::new(Entry {
            id: story.key.clone(),
            audience: vec!["everybody".into()],
            title: story.title.clone(),
            summary: story.summary.clone(),
            body: story.body.clone(),
            freshness: Freshness::News,
            ..Entry::default()
        }))
    });
    index.apply(&entries.collect::<Vec<_>>(), 1).unwrap();
    let (mut sum, mut count, mut late) = (0.0, 0.0, Vec::new());
    for line in QUERIES.lines().filter(|line| !line.starts_with('#')) {
        let (typed, meant) = line.split_once('\t').unwrap();
        let one: Vec<_> = world.stories.iter().filter(|story| story.title.contains(meant)).collect();
        assert_eq!(one.len(), 1, "{meant:?} is not one story");
        let answer = index.search(&Held::new(["everybody"]), &Ask::new(typed)).unwrap();
        let place = answer.hits.iter().position(|hit| hit.id == one[0].key);
        sum += place.map_or(0.0, |place| 1.0 / (place + 1) as f64);
        count += 1.0;
        if place.is_none_or(|place| place > 2) {
            late.push(format!("{typed}: {place:?}"));
        }
    }
    assert!(late.is_empty(), "not among the first three: {late:#?}");
    assert!(sum / count >= 0.9, "mean reciprocal rank {:.3}", sum / count);
}
