"""The demo in German: the home page, the article on breathing out, and the legal notice."""

from demo.content.practice import PRACTICE
from demo.content.types import (
    Category,
    Heading,
    LegalPage,
    Paragraph,
    PersonWords,
    Picture,
    PracticeWords,
    Quote,
    Translation,
)

_MAIL = f'<a href="mailto:{PRACTICE.email}">{PRACTICE.email}</a>'

GERMAN = Translation(
    language="de",
    welcome="Kleine Schritte, freundlich getan",
    introduction=(
        "Larkmoss ist eine kleine Praxis für Menschen, die sich etwas leichter bewegen, etwas "
        "besser schlafen und etwas ruhiger arbeiten möchten. Wir sind zu dritt: Zwei arbeiten mit "
        "Bewegung, eine arbeitet mit Ruhe."
    ),
    description=(
        "Ein stilles Haus für Physiotherapie und Bewegung im Alltag, zwei Minuten vom Wasser."
    ),
    index_title="Artikel",
    index_slug="artikel",
    index_introduction="Einfache Worte über Bewegung, Ruhe und etwas leichteres Arbeiten.",
    article_title="Ausatmen: eine Pause für volle Tage",
    article_slug="ausatmen",
    article_excerpt=(
        "Eine Minute, keine Geräte, kein besonderer Stuhl. Warum der lange Weg hinaus mehr zählt "
        "als der tiefe Atemzug."
    ),
    article_body=(
        Paragraph(
            """<p>„Atmen Sie tief durch“, heißt es, wenn jemand aufgeregt ist. Das ist freundlich
            gemeint und geht oft schief. Wir ziehen die Luft bis in die Schultern, halten sie dort
            fest und fühlen uns noch mehr wie ein Ballon als vorher. Nützlicher ist die andere
            Hälfte des Atems. Wenn wir langsam ausatmen, merken viele, dass die Schultern sinken,
            der Kiefer locker wird und der nächste Gedanke sich Zeit lässt.</p>
            <p>Hier ist deshalb eine Pause, die auf dem Ausatmen beruht. Sie dauert etwa eine
            Minute, kostet nichts und sieht mit offenen Augen aus wie Nachdenken.</p>"""
        ),
        Heading("Die Pause"),
        Paragraph(
            """<ol><li>Setzen oder stellen Sie sich so, dass Ihre Füße den Boden spüren. Legen Sie
            die Hände dorthin, wo sie bleiben können.</li>
            <li>Atmen Sie aus, als wollten Sie eine Scheibe beschlagen, aber sanft und durch leicht
            geschlossene Lippen.</li>
            <li>Warten Sie, bis die Luft von selbst kommt. Sie kommt immer.</li>
            <li>Atmen Sie wieder aus und zählen Sie dabei langsam bis fünf oder sechs.</li>
            <li>Tun Sie das sechsmal. Schauen Sie dann auf etwas, das weit weg ist.</li></ol>
            <p>Wenn das Zählen Sie unruhig macht, zählen Sie nicht. Manche folgen stattdessen mit
            den Augen dem Rand eines Bilderrahmens: an der kurzen Seite hinauf, an der langen
            entlang.</p>"""
        ),
        Picture(
            "body-long-wave.jpg",
            "Eine Linie, die dreimal steil ansteigt und in einem langen, sanften Hang abfällt",
            "Kurz ein, lang aus: die Form eines ruhigen Atemzugs.",
        ),
        Heading("Wo sie im Tag Platz hat"),
        Paragraph(
            """<p>Eine Pause, die auf einen freien Augenblick wartet, wartet ewig. Besser ist es,
            sie an etwas zu binden, das ohnehin geschieht:</p>
            <ul><li>jedes Mal, wenn das Telefon klingelt, bevor Sie abheben;</li>
            <li>an der roten Ampel, die Hände am Lenkrad;</li>
            <li>während der Computer startet;</li>
            <li>wenn das Licht aus ist, auf dem Rücken, eine Hand auf dem Bauch.</li></ul>
            <p>Wählen Sie für diese Woche eines aus. Wenn Sie es vergessen, haben Sie nichts
            verloren. Sobald Ihnen einfällt, dass Sie es vergessen haben, tun Sie es.</p>"""
        ),
        Quote(
            "Meine Tage wurden davon nicht leerer. Aber sie bekamen eine kleine Tür.",
            "Eine Lehrerin, die in unsere Praxis kommt",
        ),
        Heading("Wenn es sich seltsam anfühlt"),
        Paragraph(
            """<p>Manche werden unruhig, wenn sie auf ihren Atem achten. Das ist kein Fehler, und
            Sie müssen nicht hindurch. Achten Sie auf etwas anderes: das Gewicht Ihrer Füße, die
            Wärme einer Tasse, fünf grüne Dinge im Raum.</p>
            <p>Hören Sie auf, wenn Ihnen schwindlig wird. Meist haben Sie dann eher zu viel als zu
            wenig geatmet. Setzen Sie sich, lassen Sie den Atem in seinen eigenen Rhythmus
            zurückfinden und trinken Sie einen Schluck Wasser.</p>"""
        ),
        Heading("Wann Sie sich Hilfe holen sollten"),
        Paragraph(
            """<p>Sprechen Sie mit Ihrer Ärztin, Ihrem Arzt oder einer Beratungsstelle, wenn Sorgen
            oder Anspannung mehr als einige Wochen lang die meisten Ihrer Tage füllen, wenn Sie
            meiden, was Sie früher mochten, oder wenn Sie Alkohol oder Tabletten brauchen, um
            durchzukommen. Plötzliche Atemnot und Schmerz oder Druck in der Brust sind nie ein Fall
            für eine Übung: Wählen Sie den Notruf.</p>"""
        ),
    ),
    legal_notice=LegalPage(
        title="Impressum",
        slug="impressum",
        description="Wer für die Website und den Podcast der Praxis Larkmoss verantwortlich ist und wie Sie uns erreichen.",
        introduction=(
            "Dies ist ein Mustertext für eine erfundene Praxis. Bitte lassen Sie Ihre eigene "
            "Fassung rechtlich prüfen, bevor Sie sie veröffentlichen."
        ),
        body=(
            Heading("Wer für diese Website verantwortlich ist"),
            Paragraph(
                f"<p>{PRACTICE.name}, {PRACTICE.street}, {PRACTICE.town}</p>"
                f"<p>Telefon {PRACTICE.phone}, E-Mail {_MAIL}</p>"
                "<p>Vertreten durch Maren Hollowfield. Verantwortlich für die Texte und den "
                "Podcast: Maren Hollowfield, unter derselben Adresse.</p>"
            ),
            Heading("Beruf und Aufsicht"),
            Paragraph(
                """<p>Eine wirkliche Praxis nennt hier die Berufe ihrer Mitglieder, das Land, das
                sie verliehen hat, die Kammer oder Behörde, die sie beaufsichtigt, und ihre Steuer-
                oder Registernummer, wo das Gesetz sie verlangt.</p>"""
            ),
            Heading("Texte, Bilder und Aufnahmen"),
            Paragraph(
                """<p>Alle Texte, Bilder und Aufnahmen auf dieser Website wurden für diese
                Vorführung gemacht. Die Menschen, die Praxis und die Straße sind erfunden; die
                Stimmen im Podcast sind künstlich.</p>"""
            ),
        ),
    ),
    practice=PracticeWords(
        tagline="Physiotherapie und Bewegung im Alltag",
        about="Ein stilles Haus für Physiotherapie und Bewegung im Alltag, zwei Minuten vom Wasser.",
        disclaimer=(
            "Was Sie hier lesen und hören, ist allgemeine Information. Es ersetzt nicht den Rat von "
            "jemandem, der Sie untersucht hat. Wenn Sie sich um Ihre Gesundheit sorgen, fragen Sie "
            "Ihre Ärztin oder Ihren Arzt; im Notfall wählen Sie den Notruf."
        ),
        opening_hours=(
            "Montag bis Donnerstag: 8 bis 18 Uhr\n"
            "Freitag: 8 bis 14 Uhr\n"
            "Samstag und Sonntag: geschlossen"
        ),
        appointment_text=(
            "Ein erster Besuch dauert fünfundvierzig Minuten. Bringen Sie bequeme Kleidung mit, Ihre "
            "Fragen und, wenn Sie welche haben, Ihre Befunde."
        ),
        appointment_label="Um einen Termin bitten",
    ),
    people=(
        PersonWords(
            "maren-hollowfield",
            "Physiotherapeutin",
            "Maren begleitet Menschen, die nach einem langen Winter, einer langen Krankheit oder "
            "einer langen Pause wieder auf die Beine kommen möchten. Sie hält viel von Treppen, "
            "guten Schuhen und Geduld und geht bei jedem Wetter am Wasser entlang zur Arbeit.",
        ),
        PersonWords(
            "tobin-farrowgate",
            "Bewegungslehrer",
            "Tobin saß elf Jahre an einem Schreibtisch, bevor er anderen zeigte, wie man davon "
            "aufsteht. Er leitet unsere kleinen Gruppen für Gleichgewicht und Kraft und hat immer "
            "eine gefaltete Matte dabei.",
        ),
        PersonWords(
            "edda-marlowick",
            "Beraterin für Schlaf und Stress",
            "Edda hört zuerst zu. Sie arbeitet mit Menschen, die wach liegen, die ihre Müdigkeit "
            "müde sind oder nicht mehr wissen, was sie tun, wenn nichts zu tun ist. Zu Hause zieht "
            "sie Bohnen und liest langsam.",
        ),
    ),
    categories=(
        Category(
            "Bewegung im Alltag",
            "everyday-movement",
            "Gehen, Gleichgewicht und Kraft für das, was Sie ohnehin tun.",
        ),
        Category(
            "Schreibtisch und Arbeit",
            "desk-and-work",
            "Mit weniger Mühe sitzen, stehen und auf Bildschirme schauen.",
        ),
        Category(
            "Schlaf und Ruhe",
            "sleep-and-rest",
            "Abende, die langsamer werden, Nächte und Pausen dazwischen.",
        ),
        Category(
            "Stress und Gelassenheit",
            "stress-and-calm",
            "Kleine Wege zurück zu sich, wenn ein Tag zu voll ist.",
        ),
    ),
)
