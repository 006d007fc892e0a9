"""Team figures on one sheet, for a works council and a privacy officer: purpose, data, retention, who sees what.

The page `/over`, the PDF and docs/teamcijfers.md all say this, with the settings of this copy of the course.
"""

TITLE = "Teamcijfers en privacy"
_TEXT = """\
## Waarvoor
Een team ziet samen waar het sterk is, wat het wil herhalen en of het iets leerde. De cijfers zijn bedoeld om een
volgende bijeenkomst te kiezen. Ze zijn niet bedoeld, en niet geschikt, om iemand te beoordelen.

## Welke gegevens
Van elk lid tellen alleen eerste pogingen: de eerste keer dat iemand een toets inlevert en het eerste antwoord op een
oefening, met de score, het gekozen antwoord en hoe zeker iemand zei te zijn. Verder: of iemand begon, de eindtoets deed,
vragen herhaalde en in welke maand iemand iets deed. Er is geen account: we bewaren geen e-mailadres en geen IP-adres, en
alleen een naam als iemand die zelf opgeeft om met naam te delen. Wat iemand opschrijft bij een denkvraag komt nooit op de
server.

## Wie ziet wat
Wie het team begeleidt opent een eigen link en ziet cijfers van de groep. Een lid ziet precies dezelfde pagina, ook
voordat iemand lid wordt. Bij een organisatie met meer teams ziet wie de link daarvan heeft de teams samen en naast
elkaar. De trainer die teams maakt ziet dezelfde cijfers. Niemand kan van een cijfer doorklikken naar een persoon.

## Waarom niemand te herleiden is
Van minder dan {minimum} mensen laten we niets zien. Wie meetelt, komt er in een groep van minstens {minimum} tegelijk
bij, één keer en voorgoed. Elk cijfer is een som over hele groepen. Wie twee cijfers van elkaar aftrekt, houdt dus
altijd een groep van minstens {minimum} over: ook tussen gisteren en vandaag, tussen een team en de organisatie, en
als iemand komt of gaat. Aandelen onder 10% en boven 90% noemen we niet precies, en ze volgen ook niet uit de andere
cijfers van dat moment. Antwoorden die weinig mensen kozen voegen we samen.
Een geautomatiseerde aanval op duizenden verzonnen teams hoort bij de tests van deze software.

## Met naam, alleen wie dat wil
Een team kan gemaakt worden met “delen op naam mogelijk”; standaard staat dat uit. Dan kan een lid er zelf voor kiezen
de eigen scores te laten zien aan wie het team begeleidt en aan wie hetzelfde doet. Die keuze is elk moment terug te
draaien. Ze gaat pas in als er daarna nul of minstens {minimum} mensen zonder naam overblijven in elke groep die al is
geteld: zo verraadt de keuze van de een niets over de ander.

## Hoe lang
Na {keep_months} maanden zonder activiteit wissen we alles van een persoon; zelf wissen kan altijd. Wie een team
verlaat, telt met nieuwe antwoorden niet meer mee. Groepscijfers die er al waren blijven staan: daarin is niemand
terug te vinden, en juist weghalen zou laten zien wie er weg is.

## Vrijwillig
Lid worden en weggaan doet ieder zelf. Wie geen lid is, volgt dezelfde cursus. Spreek af dat meedoen en scores geen
rol spelen in beoordeling, functioneren of rooster.

## Voor de ondernemingsraad
Een voorziening die geschikt is om gedrag of prestaties van personeel waar te nemen, valt onder het instemmingsrecht
(Wet op de ondernemingsraden, artikel 27 lid 1, onder k en l). Deze teamcijfers zijn zo gemaakt dat ze daarvoor niet
geschikt zijn, maar leg ze voor voordat je begint, zeker als je “delen op naam” wilt toestaan.

## Wat ook dan overblijft
Cijfers over een groep zeggen iets over ieder die erin zit: als meer dan 90% een vraag goed had, geldt dat
waarschijnlijk voor jou. Wie de groepscijfers van alle momenten bewaart, kan een groep van minstens {minimum} mensen
onderscheiden, maar geen persoon daarin. Er zijn geen accounts: wie zelf vier verzonnen mensen laat meedoen,
weet wat die antwoordden en dus wat de vijfde antwoordde. Geef de link om mee te doen daarom alleen aan het team, let op of
het aantal leden klopt, en kies een hogere kleinste groep (`SCHOOL_MIN_GROUP`) als dat niet genoeg is.
"""


def sections(*, minimum: int, keep_months: int) -> tuple[tuple[str, str], ...]:
    """Title and text of each part; `minimum` people is the smallest group that is shown."""
    text = _TEXT.format(minimum=minimum, keep_months=keep_months)
    parts = (part.partition("\n") for part in text.removeprefix("## ").split("\n\n## "))
    return tuple((title, " ".join(words.split())) for title, _, words in parts)


def as_markdown(*, minimum: int, keep_months: int) -> str:
    """The sheet as a document."""
    parts = [f"## {title}\n\n{text}" for title, text in sections(minimum=minimum, keep_months=keep_months)]
    return "\n\n".join([f"# {TITLE}", *parts]) + "\n"
