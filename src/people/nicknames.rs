//! Short and pet forms of given names used in Britain and Ireland, as data.
//!
//! A nickname is weak evidence by itself: half of them stand for several names. It counts only beside
//! an agreeing surname or tie.

use crate::effort;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// One line a name: its full forms, joined by strokes, then what people with that name are called.
const FAMILIES: &[&str] = &[
    "abigail abi abbie abby gail",
    "adam ad",
    "adrian ade adie",
    "agnes aggie nessie",
    "agnieszka aga",
    "alan/allan/allen al",
    "alasdair al ally",
    "aleksander olek alek",
    "aleksandra ola",
    "alexander alex alec al sandy xander sasha lex",
    "alexandra alex alexa sandra lexi lexie sasha sandy",
    "alfred alfie alf fred",
    "alison/allison ali allie",
    "aloysius alo",
    "amanda mandy",
    "amelia amy millie milly mel",
    "andrew andy drew",
    "angela angie ange",
    "angus gus",
    "ann/anne annie",
    "anna ania anka",
    "anthony/antony tony ant",
    "antoni antek",
    "archibald archie",
    "arthur art artie",
    "augustine gus",
    "barbara barb babs barbie",
    "barry/barrie baz bazza",
    "bartholomew bart barty",
    "benjamin ben benji benny",
    "bernadette bernie detta",
    "bernard bernie",
    "beverley bev",
    "bradley brad",
    "brendan bren",
    "bridget bridie bid biddy",
    "cameron cam",
    "caroline/carolyn carol caz carrie",
    "catherine/katherine/kathryn/catharine kate katie cathy kathy kath cath kay kitty kat",
    "charles charlie chaz chas chuck",
    "charlotte charlie lottie lotty char",
    "chelsea chels",
    "christina/kristina christine chris chrissie tina kirsty",
    "christopher chris kit topher",
    "clifford cliff",
    "clive cliff",
    "connor/conor con",
    "constantin costel dinu",
    "cornelius con neil",
    "dafydd dai daf",
    "daniel dan danny",
    "danielle dani danni",
    "dariusz darek",
    "darren daz dazza darryl",
    "david dave davey davy dai",
    "dean deano",
    "deborah/debra deb debbie debs",
    "declan dec",
    "denise den",
    "dennis/denis den denny",
    "derek del dez",
    "desmond des dez",
    "dmitri dima",
    "dominic dom",
    "donald don donny",
    "dorota dorotka",
    "dorothy dot dotty dottie dolly",
    "douglas doug dougie",
    "ebenezer eben",
    "edith edie",
    "edward ed eddie ted teddy ned",
    "eleanor/elinor ellie ella nell nora",
    "elena lenuta",
    "elizabeth/elisabeth liz lizzie lizzy beth betty bess libby eliza elsie lisa liza",
    "elzbieta ela",
    "emily em emmy millie",
    "emma em emmie",
    "emmanuel manny",
    "eugene gene",
    "euphemia effie",
    "fergus fergie",
    "fiona fi",
    "florence flo florrie flossie",
    "frances fran frankie",
    "francis frank frankie fran",
    "francisco paco",
    "franklin frank",
    "frederick fred freddie freddy",
    "gareth gaz gary",
    "gary/garry gaz gazza",
    "gavin gav",
    "geoffrey/jeffrey geoff jeff",
    "george georgie",
    "georgina georgia georgie gina",
    "gerald/gerard gerry ger jerry",
    "gheorghe gigi",
    "gillian/jillian gill jill",
    "gladys glad",
    "graham/graeme gra",
    "gregory greg",
    "grzegorz grzesiek",
    "gurpreet gary",
    "gwendoline/gwendolyn gwen wendy",
    "gwenllian gwen",
    "hannah han",
    "harold harry hal",
    "harriet hattie harry",
    "harry haz hazza",
    "helen nell nellie",
    "henry harry hank hal",
    "herbert bert herb bertie",
    "hugh hughie shug",
    "irene rene",
    "isaac ike zac",
    "isabella/isabelle/isabel izzy bella issy belle",
    "isobel izzy bel",
    "jack jackie",
    "jacob jake",
    "jacqueline jackie jacqui jacky",
    "jadwiga jadzia",
    "jakub kuba",
    "james jim jimmy jamie jem",
    "janet jan",
    "janice jan",
    "janusz janek",
    "jaroslaw jarek",
    "jason jase jay",
    "jennifer jen jenny jenna",
    "jeremy jez jerry",
    "jerome jerry",
    "jessica jess jessie",
    "joanna asia",
    "joanne/joanna jo",
    "john johnny jack jon jonny",
    "jonathan/jonathon jon jonny johnny",
    "jose pepe",
    "joseph joe joey",
    "josephine jo josie",
    "joshua josh",
    "judith judy jude",
    "julia julie jules",
    "julian jules",
    "karen kaz",
    "katarzyna kasia",
    "kazimierz kazik",
    "kelly kel",
    "kenneth ken kenny",
    "kevin kev",
    "kieran kier",
    "kimberley kimberly kim",
    "kirsten kirsty",
    "krzysztof krzysiek krzys",
    "lachlan lachie",
    "laura laurie lol",
    "lauren loz",
    "lawrence/laurence larry laurie loz",
    "leonard len lenny leo",
    "leslie/lesley les",
    "lewis/louis lou lew",
    "lillian lily lil",
    "linda/lynda lin lyn",
    "llewelyn llew",
    "louise lou",
    "lucy luce lulu",
    "lynn/lynne/lyn linda",
    "madeleine/madeline maddie maddy",
    "magdalena magda",
    "malcolm mal malc mac",
    "malgorzata gosia",
    "marcus marc",
    "marek mareczek",
    "margaret maggie meg peggy marge margie mags rita madge greta",
    "maria marysia",
    "marjorie marge margie",
    "martin marty",
    "mary molly polly",
    "mateusz mati",
    "matthew matt matty",
    "maureen mo",
    "maurice/morris mo",
    "maximilian max",
    "maxwell max",
    "megan meg megs",
    "melanie mel",
    "melissa mel lissa",
    "michael mick mike mickey micky mikey mitch",
    "michal michas",
    "michelle shell chelle",
    "mihai misu",
    "miroslaw mirek",
    "mohammed/muhammad/mohammad/mohamed mo",
    "myfanwy myf van",
    "natalie nat",
    "natasha tasha tash nat",
    "nathan nate nath",
    "nathaniel nat nate",
    "neil/neal nige",
    "nicholas/nicolas nick nicky nico",
    "nicola nicky nikki nic",
    "nicolae nicu",
    "nigel nige",
    "norman norm",
    "oleksandr sasha",
    "oliver ollie olly",
    "olivia liv livvy ollie",
    "oluwaseun seun",
    "oscar oz",
    "padraig paddy",
    "pamela pam",
    "parminder pam",
    "patricia pat trish patsy tricia",
    "patrick pat paddy rick",
    "paul pauly",
    "pawel pawelek",
    "penelope penny",
    "percy perce",
    "peter pete",
    "philip/phillip phil pip",
    "philippa pippa phil pip",
    "phyllis phyl",
    "piotr piotrek piotrus",
    "rachel rach",
    "raymond ray",
    "rebecca becky bex becca",
    "reginald reg reggie",
    "richard rich rick ricky dick richie rik",
    "robert rob bob bobby robbie bert",
    "roberta bobbie",
    "robin rob",
    "rodney rod",
    "roger rog",
    "ronald ron ronnie",
    "rosemary rose rosie",
    "roxanne roxy",
    "rupert rupe",
    "russell russ",
    "ruth ruthie",
    "ryszard rysiek",
    "samantha sam sammy",
    "samuel sam sammy",
    "sandra san sandy",
    "sarah/sara sal sally",
    "sean/shaun/shawn",
    "sebastian seb bas",
    "sharon shaz shazza",
    "shirley shirl",
    "simon si",
    "siobhan shiv",
    "slawomir slawek",
    "sophia/sophie soph",
    "spencer spence",
    "stacey/stacy stace",
    "stanislaw staszek stan",
    "stanley stan",
    "stephanie steph stevie",
    "stephen/steven steve stevie ste",
    "stewart/stuart stu stew",
    "susan/suzanne/susanna sue suzy susie suki",
    "sydney/sidney sid",
    "sylvia syl",
    "tabitha tabby",
    "tamara tammy",
    "terence/terrence terry tel",
    "teresa/theresa tess terri tessa terry",
    "theodore theo ted teddy",
    "theophilus theo",
    "thomas tom tommy",
    "timothy tim timmy",
    "tobias toby",
    "tomasz tomek",
    "tracey/tracy trace",
    "trevor trev",
    "valerie val",
    "vanessa nessa ness",
    "veronica ronnie vera",
    "victor vic",
    "victoria vicky vicki tori vik vikki",
    "vincent vince vinny vinnie",
    "violet vi",
    "vivien/vivienne viv",
    "walter wally walt",
    "wendy wend",
    "wilfred wilf",
    "william will bill billy willy wills",
    "winifred win winnie freda",
    "wladyslaw wladek",
    "wojciech wojtek",
    "yvonne von",
    "zachary zach zack zak",
    "zbigniew zbyszek",
    "zoe zo",
    "zofia zosia",
    "zuzanna zuzia zuza",
];

/// Where a name stands in the table: which line, and whether in full.
type Places = Vec<(usize, bool)>;

/// Every name of the table with its places.
fn table() -> &'static FxHashMap<&'static str, Places> {
    static TABLE: OnceLock<FxHashMap<&'static str, Places>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: FxHashMap<&str, Places> = FxHashMap::default();
        for (at, family) in FAMILIES.iter().enumerate() {
            let (full, pets) = family.split_once(' ').unwrap_or((family, ""));
            let names = full.split('/').map(|name| (name, true)).chain(pets.split(' ').map(|name| (name, false)));
            names.for_each(|(name, full)| table.entry(name).or_default().push((at, full)));
        }
        table
    })
}

/// The lines of the table in which a folded word stands.
pub fn lines(word: &str) -> impl Iterator<Item = usize> {
    places(word).iter().map(|(line, _)| *line)
}

fn places(word: &str) -> &'static [(usize, bool)] {
    table().get(word).map_or(&[], Vec::as_slice)
}

/// Whether one folded given name is a short, pet or spelling form of the other. Two pet forms of one name
/// count only when they begin alike: "Rob" and "Robbie" may be one man, "Lisa" and "Beth" are sisters.
pub fn one_name(a: &str, b: &str) -> bool {
    let alike = || a.chars().take(2).eq(b.chars().take(2));
    let one = |(at, full): (usize, bool)| {
        places(b).iter().any(|(other, other_full)| at == *other && (full || *other_full || alike()))
    };
    a != b && places(a).iter().copied().any(one)
}

/// Whether one folded given name is a short form of the other, by the table or because it is the long one cut short
/// at the end ("Jas", "Jaswinder"; "Bernie", "Bernadette") or at the beginning ("Tunde", "Babatunde").
pub fn short_form(a: &str, b: &str) -> bool {
    effort::compared();
    one_name(a, b) || cut_short(a, b) || cut_short(b, a)
}

/// What is put behind a name cut short, the longer first.
pub const ENDINGS: [&str; 4] = ["ie", "ee", "y", "i"];

/// A name without such an ending, where it has one.
pub fn stem(name: &str) -> Option<&str> {
    ENDINGS.iter().find_map(|ending| name.strip_suffix(ending))
}

/// A stem without its last letter, where that is doubled in the pet form: "Kully", "Jaggy".
pub fn undoubled(stem: &str) -> Option<&str> {
    let mut back = stem.chars().rev();
    let last = back.next().filter(|last| back.next() == Some(*last))?;
    stem.strip_suffix(last)
}

fn cut_short(short: &str, long: &str) -> bool {
    let (few, many) = (short.chars().count(), long.chars().count());
    let cut = (few >= 3 && long.starts_with(short)) || (few >= 4 && long.ends_with(short));
    let petted = stem(short).is_some_and(|stem| {
        let stem = undoubled(stem).filter(|_| !long.starts_with(stem)).unwrap_or(stem);
        let kept = stem.chars().count();
        kept >= 3 && kept + 3 <= many && long.starts_with(stem)
    });
    (cut && few + 2 <= many || petted && few < many) && !is_full(short)
}

/// Whether a folded word is a given name in the table, in full or as a pet form.
pub fn is_known(word: &str) -> bool {
    !places(word).is_empty()
}

/// Whether a folded word is a given name of the table in full.
pub fn is_full(word: &str) -> bool {
    places(word).iter().any(|(_, full)| *full)
}

#[cfg(test)]
mod tests {
    use super::{FAMILIES, one_name, short_form};

    #[test]
    fn a_name_cut_short_is_one_name_and_another_name_is_not() {
        for (a, b) in [
            ("jas", "jaswinder"),
            ("babatunde", "tunde"),
            ("flori", "florentina"),
            ("kully", "kulwinder"),
            ("bill", "william"),
        ] {
            assert!(short_form(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("ann", "anna"),
            ("ann", "annabel"),
            ("ali", "alia"),
            ("jo", "josip"),
            ("mina", "amina"),
            ("marie", "maria"),
        ] {
            assert!(!short_form(a, b), "{a} {b}");
        }
    }

    #[test]
    fn everyday_forms_are_known() {
        for (a, b) in
            [("ray", "raymond"), ("daz", "darren"), ("mick", "michael"), ("bill", "william"), ("liz", "lizzie")]
        {
            assert!(one_name(a, b), "{a} {b}");
        }
        assert!(!one_name("ray", "roy"));
        assert!(!one_name("lisa", "beth"));
        assert!(!one_name("mick", "mick"));
    }

    #[test]
    fn the_table_is_folded_and_sorted() {
        assert!(FAMILIES.is_sorted());
        assert!(
            FAMILIES.iter().all(|family| family.bytes().all(|sign| b" /".contains(&sign) || sign.is_ascii_lowercase()))
        );
    }
}
