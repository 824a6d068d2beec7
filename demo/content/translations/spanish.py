"""The demo in Spanish: the home page, the article on breathing out, and the legal notice."""

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

SPANISH = Translation(
    language="es",
    welcome="Pasos pequeños, dados con calma",
    introduction=(
        "Larkmoss es una pequeña consulta para quienes quieren moverse, dormir y trabajar con un "
        "poco más de facilidad. Somos tres: dos trabajamos con el movimiento y una, con el "
        "descanso."
    ),
    description=(
        "Una casa tranquila para la fisioterapia y el movimiento de cada día, a dos minutos del "
        "agua."
    ),
    index_title="Artículos",
    index_slug="articulos",
    index_introduction="Palabras sencillas sobre moverse, descansar y trabajar más fácilmente.",
    article_title="Soltar el aire: una pausa para días llenos",
    article_slug="soltar-el-aire",
    article_excerpt=(
        "Un minuto, sin aparatos, sin una silla especial. Por qué el largo camino de salida "
        "importa más que la inspiración profunda."
    ),
    article_body=(
        Paragraph(
            """<p>«Respire hondo», se dice cuando alguien está alterado. Se dice con buena
            intención, y a menudo sale mal. Subimos el aire hasta los hombros, lo retenemos allí y
            nos sentimos un poco más como un globo que antes. La mitad más útil de la respiración
            es la otra. Cuando soltamos el aire despacio, muchas personas notan que los hombros
            bajan, la mandíbula se afloja y el siguiente pensamiento se toma su tiempo.</p>
            <p>Por eso, aquí tiene una pausa basada en soltar el aire. Dura alrededor de un minuto,
            no cuesta nada y, con los ojos abiertos, parece que uno está pensando.</p>"""
        ),
        Heading("La pausa"),
        Paragraph(
            """<ol><li>Siéntese o póngase de pie de modo que los pies noten el suelo. Deje las manos
            donde puedan quedarse.</li>
            <li>Suelte el aire como si quisiera empañar un cristal, pero con suavidad y con los
            labios casi cerrados.</li>
            <li>Espere a que el aire entre solo. Siempre entra.</li>
            <li>Suelte el aire otra vez y cuente despacio hasta cinco o seis mientras lo hace.</li>
            <li>Hágalo seis veces. Después mire algo que esté lejos.</li></ol>
            <p>Si contar le pone nervioso, no cuente. Hay quien sigue con la vista el borde de un
            marco: hacia arriba por el lado corto, a lo largo por el lado largo.</p>"""
        ),
        Picture(
            "body-long-wave.jpg",
            "Una línea que tres veces sube en pendiente y baja en una ladera larga y suave",
            "Corto hacia dentro, largo hacia fuera: la forma de una respiración tranquila.",
        ),
        Heading("Dónde cabe en el día"),
        Paragraph(
            """<p>Una pausa que espera un momento libre espera para siempre. Es mejor unirla a algo
            que ocurre de todos modos:</p>
            <ul><li>cada vez que suena el teléfono, antes de contestar;</li>
            <li>en el semáforo en rojo, con las manos en el volante;</li>
            <li>mientras se enciende el ordenador;</li>
            <li>con la luz apagada, boca arriba, con una mano en el vientre.</li></ul>
            <p>Elija una para esta semana. Si se le olvida, no ha perdido nada. Cuando recuerde que
            se le olvidó, hágala entonces.</p>"""
        ),
        Quote(
            "No dejó mis días más vacíos. Les puso una puerta pequeña.",
            "Una maestra que viene a nuestra consulta",
        ),
        Heading("Si le resulta extraño"),
        Paragraph(
            """<p>Algunas personas se inquietan al observar su respiración. No es un error, y no
            hace falta insistir. Observe otra cosa: el peso de los pies, el calor de una taza, cinco
            cosas verdes en la habitación.</p>
            <p>Pare si se marea. Suele significar que ha respirado demasiado, más que demasiado
            poco. Siéntese, deje que la respiración vuelva a su propio ritmo y beba un poco de
            agua.</p>"""
        ),
        Heading("Cuándo pedir ayuda"),
        Paragraph(
            """<p>Hable con su médico o con un profesional si la preocupación o la tensión ocupan la
            mayor parte de sus días durante más de unas semanas, si evita lo que antes le gustaba o
            si necesita alcohol o pastillas para seguir adelante. La falta de aire repentina y el
            dolor o la presión en el pecho no son nunca motivo para un ejercicio: llame al número
            de emergencias.</p>"""
        ),
    ),
    legal_notice=LegalPage(
        title="Aviso legal",
        slug="aviso-legal",
        description="Quién es responsable del sitio y del pódcast de la consulta Larkmoss, y cómo ponerse en contacto con nosotros.",
        introduction=(
            "Este es un texto de muestra para una consulta inventada. Haga revisar su propia "
            "versión por un abogado antes de publicarla."
        ),
        body=(
            Heading("Quién es responsable de este sitio"),
            Paragraph(
                f"<p>{PRACTICE.name}, {PRACTICE.street}, {PRACTICE.town}</p>"
                f"<p>Teléfono {PRACTICE.phone}, correo electrónico {_MAIL}</p>"
                "<p>Representada por Maren Hollowfield. Responsable de los textos y del pódcast: "
                "Maren Hollowfield, en la misma dirección.</p>"
            ),
            Heading("Profesión y supervisión"),
            Paragraph(
                """<p>Una consulta real indica aquí las profesiones de sus miembros, el país que las
                otorgó, el colegio o la autoridad que la supervisa y su número fiscal o de registro
                donde la ley lo exige.</p>"""
            ),
            Heading("Textos, imágenes y grabaciones"),
            Paragraph(
                """<p>Todos los textos, imágenes y grabaciones de este sitio se hicieron para esta
                demostración. Las personas, la consulta y la calle son inventadas; las voces del
                pódcast son sintéticas.</p>"""
            ),
        ),
    ),
    practice=PracticeWords(
        tagline="Fisioterapia y movimiento de cada día",
        about=(
            "Una casa tranquila para la fisioterapia y el movimiento de cada día, a dos minutos del "
            "agua."
        ),
        disclaimer=(
            "Lo que lee y oye aquí es información general. No sustituye el consejo de alguien que le "
            "haya visto. Si le preocupa su salud, pregunte a su médico; en una emergencia, llame al "
            "número de emergencias."
        ),
        opening_hours=(
            "De lunes a jueves: de 8:00 a 18:00\n"
            "Viernes: de 8:00 a 14:00\n"
            "Sábado y domingo: cerrado"
        ),
        appointment_text=(
            "Una primera visita dura cuarenta y cinco minutos. Traiga ropa cómoda, sus preguntas y, "
            "si los tiene, sus informes."
        ),
        appointment_label="Pedir una cita",
    ),
    people=(
        PersonWords(
            "maren-hollowfield",
            "Fisioterapeuta",
            "Maren acompaña a quienes quieren volver a ponerse en pie después de un largo invierno, "
            "una larga enfermedad o, sencillamente, una larga pausa. Cree en las escaleras, en el "
            "buen calzado y en la paciencia, y va al trabajo a pie junto al agua con cualquier tiempo.",
        ),
        PersonWords(
            "tobin-farrowgate",
            "Profesor de movimiento",
            "Tobin pasó once años ante un escritorio antes de enseñar a otros a levantarse de él. "
            "Lleva nuestros grupos pequeños de equilibrio y fuerza, y siempre tiene a mano una "
            "esterilla plegada.",
        ),
        PersonWords(
            "edda-marlowick",
            "Consejera de sueño y estrés",
            "Edda primero escucha. Trabaja con personas que pasan la noche despiertas, que están "
            "cansadas de estar cansadas o que han olvidado qué hacen cuando no hay nada que hacer. "
            "En casa cultiva judías y lee despacio.",
        ),
    ),
    categories=(
        Category(
            "Movimiento de cada día",
            "everyday-movement",
            "Caminar, equilibrio y fuerza para lo que hace de todos modos.",
        ),
        Category(
            "Escritorio y trabajo",
            "desk-and-work",
            "Sentarse, estar de pie y mirar pantallas con menos esfuerzo.",
        ),
        Category(
            "Sueño y descanso",
            "sleep-and-rest",
            "Tardes que van más despacio, noches y pausas entre medias.",
        ),
        Category(
            "Estrés y calma",
            "stress-and-calm",
            "Pequeños caminos de vuelta a uno mismo cuando el día está demasiado lleno.",
        ),
    ),
)
