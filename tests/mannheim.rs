//! The user's own release, whole: what must be found in it, and nothing false.

use oton::analysis::{Analysis, Entity, Party, StatementKind, Status};
use oton::{Analyzer, Config};

fn analysis() -> (String, Analysis) {
    let text = std::fs::read_to_string("corpus/releases/mannheim-cluster.txt").expect("the release is there");
    let analysis = Analyzer::new(Config::default()).expect("the built-in lists are good").analyze(&text);
    (text, analysis)
}

#[test]
fn all_four_statements_with_their_speakers() {
    let (text, found) = analysis();
    let speakers: Vec<Vec<&str>> = found
        .statements
        .iter()
        .map(|s| {
            s.speakers
                .iter()
                .map(|speaker| match speaker.entity {
                    Some(Entity::Person(n)) => found.persons[n].name.as_str(),
                    other => panic!("spoken by {other:?}"),
                })
                .collect()
        })
        .collect();
    assert_eq!(speakers, [["Michael Grötsch"], ["Michael Grötsch"], ["Janina Klabes"], ["Janina Klabes"]]);
    assert!(found.statements.iter().all(|s| s.kind == StatementKind::Direct && s.segments.len() == 1));
    let fourth = found.statements[3].segments[0].of(&text);
    assert!(fourth.starts_with("„Natürlich") && fourth.ends_with("Herausforderungen“") && fourth.contains("„Gold“"));
    assert_eq!(found.statements[0].segments[0].of(&text).chars().count(), 183);
    let cues: Vec<&str> = found.statements.iter().map(|s| s.cue.as_ref().map_or("", |c| c.lemma.as_str())).collect();
    assert_eq!(cues, ["bemerken", "gratulieren", "bemerken", "so"]);
}

#[test]
fn persons_with_roles() {
    let (_, found) = analysis();
    let names: Vec<&str> = found.persons.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["Michael Grötsch", "Thomas Lämmer-Gamp", "Helmut Kergel", "Janina Klabes"]);
    let roles: Vec<(&str, Option<&str>)> =
        found.persons[0].roles.iter().map(|r| (r.role.as_str(), r.organisation.map(|o| found.organisations[o].name.as_str()))).collect();
    assert_eq!(roles, [("Bürgermeister", None), ("Aufsichtsratsvorsitzender", Some("mg: mannheimer gründungszentren gmbh"))]);
    assert_eq!(found.persons[3].roles[0].role, "Clustermanagerin");
}

#[test]
fn organisations_joined_with_their_acronym() {
    let (text, found) = analysis();
    let mut names: Vec<&str> = found.organisations.iter().map(|o| o.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        ["Clustermanagement Musikwirtschaft Mannheim & Region", "European Secretariat for Cluster Analysis", "mg: mannheimer gründungszentren gmbh"]
    );
    let esca = found.organisations.iter().find(|o| o.name.starts_with("European")).expect("is there");
    let mentions: Vec<&str> = esca.mentions.iter().map(|m| m.span.of(&text)).collect();
    assert_eq!(mentions, ["European Secretariat for Cluster Analysis", "ESCA", "ESCA", "ESCA", "ESCA"]);
    assert_eq!(esca.aliases, ["ESCA"]);
}

#[test]
fn one_award_received_and_one_sought() {
    let (_, found) = analysis();
    let awards: Vec<&str> = found.awards.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(awards, ["European Cluster Excellence Initiative Bronze Label Certificate", "Gold-Zertifizierung"]);
    let organisation = |party: &Party| match party {
        Party::Entity(Entity::Organisation(n)) => found.organisations[*n].name.as_str(),
        other => panic!("{other:?}"),
    };
    let told: Vec<_> = found
        .conferrals
        .iter()
        .map(|c| {
            (
                c.award,
                organisation(c.recipient.as_ref().expect("has one")),
                c.status,
                c.level.as_deref(),
                c.conferrers.iter().map(organisation).collect::<Vec<_>>(),
            )
        })
        .collect();
    let (cluster, esca) = ("Clustermanagement Musikwirtschaft Mannheim & Region", "European Secretariat for Cluster Analysis");
    assert_eq!(told[0], (0, cluster, Status::Received, Some("Bronze"), vec![esca]));
    assert_eq!((told[1].0, told[1].1, told[1].2, told[1].3), (1, cluster, Status::Sought, Some("Gold")));
    assert_eq!(told.len(), 2);
}
