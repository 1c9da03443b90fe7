//! The door: arguments in, pages and text out, exit code.

mod cli;
mod commands;

use clap::Parser;
use cli::{Cli, Command};
use std::process::ExitCode;

fn main() -> ExitCode {
    let command = Cli::parse().command;
    let done = commands::fault::guarded(|| match command {
        Command::Build(asked) => commands::build::run(&asked),
        Command::Caseload(asked) => commands::caseload::run(&asked),
        Command::People(asked) => commands::people::run(&asked),
        Command::Decide(asked) => commands::decide::run(&asked),
        Command::Init(asked) => commands::init::run(&asked),
        Command::Schema(asked) => commands::schema::run(&asked),
        Command::Check(asked) => commands::check::run(&asked),
        Command::Request(asked) => commands::request::run(&asked),
        Command::Graph(asked) => commands::graph::run(&asked),
        Command::Link(asked) => commands::link::run(&asked),
        Command::Read(asked) => commands::read::run(&asked),
        Command::Verify(asked) => commands::verify::run(&asked),
        Command::Rules(asked) => commands::rules::run(&asked),
    });
    done.unwrap_or_else(|error| {
        eprintln!("{}", commands::say::harmless(&error.to_string()));
        ExitCode::from(1)
    })
}
