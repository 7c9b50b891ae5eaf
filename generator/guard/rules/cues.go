package rules

// The words that indicate that a name follows, in Dutch and English.

// hint is a set of indications that a word gives about the words after it.
type hint uint8

const (
	title hint = 1 << iota
	relation
	office
	call
	infix
	home
	landlord // any large organisation
	shop     // any small firm

	person       = title | relation | office
	organisation = home | landlord | shop
)

// hints maps each word of this file, and of the rules about places and organisations, to
// its hints, so that a word is looked up once.
var hints = func() map[string]hint {
	all := map[string]hint{}
	for _, list := range []struct {
		words map[string]bool
		is    hint
	}{{titles, title}, {kin, relation}, {offices, office}, {calls, call}, {infixes, infix}, {homes, home}, {largeOrganisations, landlord}, {smallFirms, shop}} {
		for w := range list.words {
			all[w] |= list.is
		}
	}
	return all
}()

// titles are words before a surname.
var titles = wordSet(`mevrouw mevr mw mvr mej mejuffrouw meneer mijnheer dhr hr heer heren dames drs dr ir ing mr mrs ms miss sir prof professor dokter
	meester juf juffrouw pater zuster zr broeder dominee ds imam jhr jonkheer familie fam echtpaar gezin weduwe kapelaan pastoor rabbijn
	doctor nurse sister brother father teacher`)

// kin are words for relations, which may be followed by a name.
var kin = wordSet(`vader moeder pa ma papa mama zoon zoontje zoons dochter dochtertje dochters broer broertje broers zus zusje zussen opa oma tante oom neef neefje nicht nichtje man vrouw
	echtgenoot echtgenote partner vriend vriendin vriendje vriendinnetje ex ex-man ex-vrouw ex-partner kleinzoon kleindochter schoonzoon schoondochter schoonmoeder schoonvader
	schoonzus zwager stiefvader stiefmoeder stiefzoon stiefdochter pleegvader pleegmoeder pleegzoon pleegdochter peettante weduwnaar verloofde tweelingbroer tweelingzus kind kinderen baby
	son daughter mother aunt uncle nephew niece cousin husband wife friend boyfriend girlfriend grandmother grandfather stepfather stepmother`)

// offices are words for roles of people around a tenant.
var offices = wordSet(`buurman buurvrouw buurjongen buurmeisje overbuurman overbuurvrouw benedenbuurman bovenbuurman bovenbuurvrouw benedenbuurvrouw buren wijkagent agent huisarts
	arts tandarts psychiater psycholoog therapeut fysiotherapeut verpleegkundige wijkverpleegkundige thuishulp verzorgende consulent wmo-consulent klantmanager werkcoach jobcoach coach
	begeleider begeleidster woonbegeleider ambulant hulpverlener hulpverleenster casemanager casusregisseur regisseur trajectbegeleider mentor mentrix docent docente leraar lerares leerkracht
	directeur bewindvoerder curator budgetcoach schuldhulpverlener deurwaarder advocaat advocate rechter officier reclasseringswerker gezinsvoogd voogd jeugdbeschermer collega chef baas
	leidinggevende bewoner bewoonster huurder huurster cliënt cliënte patiënt klant leerling vrijwilliger vrijwilligster maatje huismeester wijkbeheerder beheerder medewerker medewerkster
	verhuurconsulent woonconsulent incassomedewerker opzichter loodgieter kapper wethouder raadslid burgemeester maatschappelijk jongerenwerker ouderenadviseur wijkcoach vroedvrouw verloskundige
	kraamverzorgster chauffeur schoonmaker hoofdpersoon verdachte slachtoffer getuige aangever melder aanvrager melding
	neighbour neighbor caseworker counsellor landlord landlady tenant bailiff lawyer judge manager colleague`)

// calls are words after which a name is mentioned.
var calls = wordSet(`heet heette heten heetten genaamd genoemd noemt noemde noemden noemen roept roepnaam voornaam achternaam meisjesnaam bijnaam naam alias geheten t.n.v t.a.v tnv tav ondertekend
	hallo hoi hi hello beste lieve geachte dear called named name`)

// infixes are words inside surnames.
var infixes = wordSet(`van de der den ter ten te tot t het op in la le les di da dos del della von zu zum zur el al bin ben ibn bint abu af av und y e d`)

// joins are the infixes that can begin a surname: El Khatib, Van Loon. An article before an
// unknown word is seldom part of a name.
var joins = wordSet(`van der den ter ten te la le di da von zu el al bin ben ibn abu del`)

// openers are common first words of a sentence that are surnames too, or that can precede a
// verb without an article.
var openers = wordSet(`aan den nieuwe oude grote kleine hoge lage eerste tweede derde al alle alleen als an anders best beste beter bij boven binnen buiten daar dan dat de deze die dit door
	doe daarom duur drie een eens eerst elke en er erg even extra goed genoeg geen graag groot haar had heel hem hen het hier hij hoe hoog hun iets ik in is ja je jong juist klein kort
	koud kwaad laag laat lang later leuk lief links maar me meer met mij mijn min moe mooi naar nee niet nieuw nog nu of om ons onder ook op over rechts rond samen snel soms steeds
	straks te ten ter tot toch toen tussen u uit uw van vaak vanaf vandaag veel ver verder verre vier vijf vol volgens voor vooral vroeg waar waarom wanneer want was wat we weer weg
	weinig wel welke wie wij wil zacht zes zeven ze zeer zelf zich zij zijn zo zoals zonder zou half laatste echt eigen ander andere tien acht negen twee elf twaalf rest deel
	begin eind einde vrij vast klaar open dicht zwaar licht donker warm droog nat rijk arm mei maart april juni juli augustus lente zomer herfst winter januari februari september oktober november december
	dag week jaar nacht morgen avond middag ochtend maand kwartaal niemand iemand alles niets ergens nergens overal thuis gisteren eergisteren overmorgen vanmiddag vanavond vanochtend vannacht
	daarna toentertijd destijds ooit nooit altijd misschien eindelijk gelukkig helaas meestal bovendien echter intussen ondertussen inmiddels tegelijk tegelijkertijd achteraf kortom immers
	namelijk natuurlijk inderdaad hopelijk blijkbaar kennelijk sindsdien sinds tegenwoordig voortaan vroeger onlangs laatst pas alsnog eenmaal ineens opeens plotseling allereerst tenslotte dus doch
	evenmin steevast opnieuw nogmaals bijna hooguit zelfs slechts enkel zeker ieder iedereen jij jullie men wijzelf hijzelf menigeen wiens wier elk beide beiden sommige veelal voorheen vervolgens
	terwijl hoewel omdat nadat voordat zodra zodat totdat indien mits tenzij ofschoon doordat wanneer zolang evenals mede mits onderweg bovenaan onderaan beneden achter achterin voorin voorop
	dikwijls bijtijds ternauwernood geenszins enigszins nergens desondanks desnoods trouwens immers vergeefs tevergeefs doorgaans dagelijks wekelijks maandelijks jaarlijks avonds ochtends middags nachts ineens zoveel evenveel hoeveel dubbel tweemaal driemaal halverwege tussendoor terug vooruit achteruit welkom dank fijn jammer prima prettig handig logisch raar vreemd apart bekend nodig bel
	tijd post huur werk zorg hulp rust sloop nieuwbouw renovatie wet hoop geluk geduld respect vertrouwen begrip overleg contact bezoek onderhoud lawaai overlast schimmel vocht gas stroom internet
	wifi warmte kou regen sneeuw vuil afval papier verdriet plezier ruzie geweld drank humor taal cultuur sport slaap bewijs advies uitstel herstel verlies verzet
	muziek eten drinken koffie thee brood water lucht licht liefde angst pijn stress armoede schuld eenzaamheid schaamte onderwijs privacy regie inkomen bezit`)

// openersEnglish are the same words in English.
var openersEnglish = wordSet(`the a an and but for in on at by to of he she it they we you i this that these those there here when where who what how why my his her our their if as so no not all
	some any one two three first last may will can do did does is are was were has have had be been being good better best just now then still even only also never always again both each`)

// notVerbs are other words that end like a verb form.
var notVerbs = wordSet(`met niet het dat wat dit uit recht soort goedkoopst want naast omdat totdat zodat doordat nadat voordat altijd nooit ooit haast minst meest dicht echt slecht zacht licht kort zwart
	beide derde tweede eerste grote beste rechte kleine einde orde liefde waarde aarde vrede ruimte gemeente ziekte hoogte laagte mede laatst eerst juist vast best kwijt verplicht`)

// verbs are verb forms that follow a name at the start of a sentence.
var verbs = wordSet(`is was heeft had kan kon wil wilde zegt zei belt belde woont woonde komt kwam gaat ging werkt werkte krijgt kreeg vindt vond weet wist denkt dacht vraagt vroeg vertelt
	vertelde blijft bleef staat stond zit zat loopt liep moet moest mag mocht zal zou wordt werd doet deed ziet zag houdt hield geeft gaf neemt nam leeft leefde heet heette verhuist
	verhuisde hoort hoorde schrijft schreef lijkt leek begint begon slaapt sliep eet at drinkt rijdt reed verloor verliest stuurt stuurde mailt mailde knikt knikte lacht lachte huilt huilde
	zwijgt zweeg antwoordt antwoordde opent opende betaalt betaalde helpt hielp brengt bracht haalt haalde laat liet voelt voelde kent kende kijkt keek leest las luistert luisterde meldt meldde
	wacht wachtte zoekt zocht trekt trok ligt lag speelt speelde hoeft durft durfde trouwde scheidde stierf overleed groeide studeerde volgde begreep ontmoette verliet kocht verkocht won
	en
	has had said says asked asks lives lived works worked came goes went knows knew thinks thought told tells took takes calls called wrote`)
