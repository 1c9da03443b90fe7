#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lifespan_fuzz::reader(bytes));
