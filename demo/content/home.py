"""What the first page and the contact page of the demo say beyond the practice itself."""

from demo.content.types import Contact, FormField, Post

POSTS = (
    Post("post-mist.jpg", "Firs in the morning mist, with a low sun behind them"),
    Post("post-tea.jpg", "A steaming cup on two books in front of a round window"),
    Post("post-shoes.jpg", "A pair of walking shoes on a green mat beside the door"),
    Post("post-sill.jpg", "Two plants on the sill of an arched window"),
    Post("post-shore.jpg", "Flat stones in the sand at the edge of a wave"),
    Post("post-dusk.jpg", "Reeds in front of the last light over the water"),
)

# Instagram gives out no names with a hyphen, so this one is nobody's.
INSTAGRAM_NAME = "larkmoss-practice"

CONTACT = Contact(
    title="Contact",
    slug="contact",
    introduction=(
        "A question, a first appointment, a change of plans: write to us, and one of us three will "
        "answer within two working days. In an emergency call your local emergency number."
    ),
    fields=(
        FormField("Your name", "name"),
        FormField("Your e-mail address", "email"),
        FormField("Your telephone number", "tel", required=False, help="If you would like a call."),
        FormField(
            "Your message",
            "multiline",
            help="A few words are enough. Please send no reports or findings this way.",
        ),
    ),
    button_label="Send the message",
    thanks="Your message has arrived. One of us will answer within two working days.",
    subject="A message from the website",
)
