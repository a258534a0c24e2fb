"""Words of picture credits and of lines that name the author; lower case."""

from retold.text.cues import cues

# Agencies and stocks that stand in picture credits.
AGENCIES = cues(
    r"""
getty(?: images)?|reuters|afp|ap(?: photo)?|associated press|epa(?:-efe)?
pa(?: wire| media| images)?|dpa|ap images|alamy|shutterstock|istock
imago(?: images)?|picture alliance|keystone|apa|ansa|efe|lapresse|tass|xinhua
afp photo|upi|zuma(?: press)?|sipa|wirestock|unsplash|pixabay|flickr
wikimedia(?: commons)?|bloomberg|handout|pool|file|courtesy|ddp|rex(?: features)?
nur ?photo|anadolu|belga|ritzau|ntb|tt|stock\.adobe\.com|adobe stock|depositphotos
    """
)
# Begins a caption or stands in front of a credit.
PICTURE = cues(
    r"""
open image in gallery|view (?:image|photo|gallery)(?: in fullscreen)?
image (?:source|caption|credit|copyright)
(?:file )?photo(?:graph)?s?(?: credit| by)?|images?|picture(?:d)?|illustration
graphic|screen ?(?:shot|grab)|video|watch|foto|bild(?:er|unterschrift|quelle)?
grafik|quelle|crédits?(?: photo)?|légende|crédito|fotografía|imagen|immagine
credits?|caption|enlarge (?:this )?image|toggle caption|hide caption
    """
)
# Begins a line that names who wrote the text.
BYLINES = cues(
    r"""
by|reported by|written by|reporting by|words by|story by|from our|von
ein bericht von|text|autor(?:in)?|par|propos recueillis par|por|escrito por|di
a cura di
    """
)
