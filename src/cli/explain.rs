//! `oton explain`: each finding in its sentence, with the rule that made it, for people.

use super::Outcome;
use super::input::InputOptions;
use anstyle::{AnsiColor, Style};
use oton::analysis::{Analysis, Entity, Mention, Party, Via};
use oton::run::{self, Release, feed, walk};
use oton::text::span::ByteSpan;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::Write;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Files; `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<OsString>,
    /// Add names from a list (columns: docs/gazetteers.md); may be given more than once
    #[arg(long, value_name = "FILE.tsv")]
    gazetteer: Vec<PathBuf>,
    #[command(flatten)]
    input: InputOptions,
}

/// A finding to show under its sentence.
struct Finding {
    /// Where it shows; the first byte decides the sentence.
    span: ByteSpan,
    style: Style,
    what: &'static str,
    says: String,
    confidence: f32,
    rule: &'static str,
    /// The furthest end of this finding and all before it.
    reach: u32,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let analyzer = run::analyzer(&options.gazetteer)?;
    let mut out = anstream::stdout().lock();
    let (mut read, mut failed) = (0, 0);
    let input = options.input.options();
    for item in feed::items(walk::sources(&options.files), input.clone(), 1) {
        match item.and_then(|item| run::release(&analyzer, item, &input)) {
            Ok(release) => {
                read += 1;
                out.write_all(explain(&release).as_bytes())?;
            }
            Err(failure) => {
                failed += 1;
                eprintln!("oton: {failure}");
            }
        }
    }
    out.flush()?;
    Ok(Outcome::of(read, failed))
}

fn explain(release: &Release) -> String {
    let (text, analysis) = (release.document.text.as_str(), &release.analysis);
    let bold = Style::new().bold();
    let dim = Style::new().dimmed();
    let mut page = String::new();
    let document = &release.document;
    let format = match (document.format, document.encoding) {
        ("text", Some(encoding)) => encoding.to_owned(),
        (format, Some(encoding)) => format!("{format}, {encoding}"),
        (format, None) => format.to_owned(),
    };
    let _ = writeln!(page, "{bold}{}{bold:#}  {dim}{format}, {} bytes{dim:#}", release.uri, document.bytes);
    let findings = findings(text, analysis);
    let mut next = findings.iter().peekable();
    let mut section = usize::MAX;
    for sentence in &analysis.sentences {
        if sentence.section != section {
            section = sentence.section;
            let _ = writeln!(page, "\n{dim}[{}]{dim:#}", analysis.sections[section].kind.name());
        }
        let _ = writeln!(page, "{}", painted(text, sentence.span, &findings));
        while let Some(finding) = next.next_if(|finding| finding.span.start < sentence.span.end) {
            let Finding { style, what, says, confidence, rule, .. } = finding;
            let _ = writeln!(page, "    {style}{what:<12}{style:#} {says}  {dim}{confidence:.2} {rule}{dim:#}");
        }
    }
    for (code, message) in &release.document.warnings {
        let _ = writeln!(page, "    {:<12} {message} ({code})", "warning");
    }
    for warning in &analysis.warnings {
        let _ = writeln!(page, "    {:<12} {} ({})", "warning", warning.message, warning.code);
    }
    page.push('\n');
    page
}

/// The sentence with its findings coloured, line breaks as spaces.
fn painted(text: &str, sentence: ByteSpan, findings: &[Finding]) -> String {
    // names over statements: what lies inside shows
    let mut cuts: Vec<(usize, Option<Style>)> = Vec::new();
    let mut styles = vec![None; sentence.len()];
    // from the last finding that starts before the sentence's end back to where none reaches into it
    let upto = findings.partition_point(|f| f.span.start < sentence.end);
    let mut within: Vec<&Finding> =
        findings[..upto].iter().rev().take_while(|f| f.reach > sentence.start).filter(|f| f.span.overlaps(sentence) && f.what != "conferral").collect();
    within.sort_by_key(|f| std::cmp::Reverse(f.span.len()));
    for finding in within {
        let start = finding.span.start().max(sentence.start()) - sentence.start();
        let end = finding.span.end().min(sentence.end()) - sentence.start();
        styles[start..end].fill(Some(finding.style));
    }
    for (at, style) in styles.iter().enumerate() {
        if cuts.last().is_none_or(|(_, last)| last != style) {
            cuts.push((at, *style));
        }
    }
    let words = sentence.of(text);
    let ends = cuts.iter().skip(1).map(|(at, _)| *at).chain([words.len()]);
    let mut line = String::new();
    for ((start, style), end) in cuts.iter().zip(ends) {
        let part = words[*start..end].replace(['\n', '\r'], " ");
        match style {
            Some(style) => {
                let _ = write!(line, "{style}{part}{style:#}");
            }
            None => line.push_str(&part),
        }
    }
    line
}

fn findings(text: &str, analysis: &Analysis) -> Vec<Finding> {
    let colour = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
    let name = |entity: Entity| match entity {
        Entity::Person(n) => analysis.persons[n].name.as_str(),
        Entity::Organisation(n) => analysis.organisations[n].name.as_str(),
    };
    let party = |party: &Party| match party {
        Party::Entity(entity) => name(*entity).to_owned(),
        Party::Name(name) => format!("„{name}“"),
    };
    let mut found = Vec::new();
    let mut mentions = |list: &[Mention], style, what, says: &dyn Fn(ByteSpan) -> String| {
        let finding = |m: &Mention| Finding { span: m.span, style, what, says: says(m.span), confidence: m.rule.confidence, rule: m.rule.name, reach: 0 };
        found.extend(list.iter().map(finding));
    };
    let named = |canonical: &str, span: ByteSpan| {
        let words = span.of(text);
        if words == canonical { words.to_owned() } else { format!("{words} = {canonical}") }
    };
    for person in &analysis.persons {
        let roles: Vec<&str> = person.roles.iter().map(|role| role.role.as_str()).collect();
        let roles = if roles.is_empty() { String::new() } else { format!(" ({})", roles.join(", ")) };
        let says = |span| named(&person.name, span) + &roles;
        mentions(&person.mentions, colour(AnsiColor::Green), "person", &says);
    }
    for organisation in &analysis.organisations {
        let says = |span| format!("{} ({})", named(&organisation.name, span), organisation.kind.name());
        mentions(&organisation.mentions, colour(AnsiColor::Yellow), "organisation", &says);
    }
    for award in &analysis.awards {
        let says = |span| named(&award.name, span);
        mentions(&award.mentions, colour(AnsiColor::Magenta), "award", &says);
    }
    for statement in &analysis.statements {
        let speakers: Vec<String> = statement
            .speakers
            .iter()
            .map(|speaker| {
                let words = speaker.span.map(|span| span.of(text));
                match (speaker.entity.map(name), words, speaker.via) {
                    (Some(name), _, Via::Carried) => format!("{name}, as before"),
                    (Some(name), Some(words), _) if words != name => format!("{name} („{words}“)"),
                    (Some(name), ..) => name.to_owned(),
                    (None, Some(words), _) => format!("„{words}“"),
                    (None, None, _) => "somebody".to_owned(),
                }
            })
            .collect();
        let who = if speakers.is_empty() { "nobody named".to_owned() } else { speakers.join(" and ") };
        let cue = statement.cue.as_ref().map_or(String::new(), |cue| format!(", cue {}", cue.lemma));
        let what = statement.kind.name();
        for (n, &span) in statement.segments.iter().enumerate() {
            let says = if n == 0 { format!("{who}{cue}") } else { format!("{who}, continued") };
            found.push(Finding { span, style: colour(AnsiColor::Cyan), what, says, confidence: statement.confidence, rule: statement.rule.name, reach: 0 });
        }
    }
    for conferral in &analysis.conferrals {
        let Some(span) = conferral.sentences.first().and_then(|&n| analysis.sentences.get(n)).map(|sentence| sentence.span) else { continue };
        let mut says = format!("{} → {}", analysis.awards[conferral.award].name, conferral.recipient.as_ref().map_or("nobody yet".to_owned(), party));
        let _ = write!(says, ", {}", conferral.status.name());
        if !conferral.conferrers.is_empty() {
            let _ = write!(says, ", from {}", conferral.conferrers.iter().map(party).collect::<Vec<_>>().join(" and "));
        }
        for detail in [&conferral.level, &conferral.category, &conferral.year].into_iter().flatten() {
            let _ = write!(says, ", {detail}");
        }
        found.push(Finding {
            span,
            style: colour(AnsiColor::Blue),
            what: "conferral",
            says,
            confidence: conferral.confidence,
            rule: conferral.rule.name,
            reach: 0,
        });
    }
    found.sort_by_key(|finding| (finding.span.start, finding.what == "conferral", std::cmp::Reverse(finding.span.end)));
    let mut reach = 0;
    for finding in &mut found {
        reach = reach.max(finding.span.end);
        finding.reach = reach;
    }
    found
}
