//! The command line.

fn main() {
    let analyzer = match oton::Analyzer::new(oton::Config::default()) {
        Ok(analyzer) => analyzer,
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(2);
        }
    };
    for path in std::env::args().skip(1) {
        println!("{:?}", std::fs::read_to_string(&path).map(|text| analyzer.analyze(&text)));
    }
}
