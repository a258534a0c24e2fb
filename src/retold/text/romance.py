"""Who speaks, by which words, in French, Spanish, Italian and Portuguese."""

from retold.text.reporting import Stance
from retold.text.tongue import Tongue, verbs, words

FRENCH = Tongue(
    verbs(
        {
            Stance.NEUTRAL: "dit disait disent déclare déclaré déclarait explique expliqué "
            "expliquait indique indiqué précise précisé ajoute ajouté raconte raconté "
            "écrit répond répondu souligne souligné rapporte rapporté poursuit poursuivi "
            "lance lancé note noté conclut observe évoque évoqué parle parlé qualifie "
            "qualifié juge jugé estime estimé",
            Stance.CLAIM: "prétend prétendu affirme affirmé affirmait allègue",
            Stance.INSIST: "insiste insisté assure assuré martèle martelé soutient soutenu",
            Stance.ADMIT: "admet admis reconnaît reconnu concède concédé avoue avoué",
            Stance.CONFIRM: "confirme confirmé révèle révélé",
            Stance.DENY: "dément démenti nie nié réfute réfuté",
            Stance.ATTACK: "accuse accusé dénonce dénoncé critique critiqué regrette",
            Stance.PRAISE: "salue salué félicite félicité",
            Stance.WARN: "avertit averti prévient prévenu",
            Stance.ASK: "demande demandé interroge",
            Stance.URGE: "exige exigé réclame réclamé appelle appelé",
            Stance.PROMISE: "promet promis annonce annoncé",
        }
    ),
    words("il elle ils elles je nous on"),
    words("le la les l un une son sa ses leur ce cette"),
    words("dans en après avant pendant lors à au avec pour si quand comme alors depuis"),
    words("mais et puis aussi ensuite"),
    words("a ont avait t aussi encore ensuite également s est"),
    according=words("selon d'après"),
    offices=words(
        "maire maires président présidente ministre premier première porte-parole directeur "
        "directrice chef cheffe patron patronne avocat avocate procureur procureure préfet préfète "
        "juge sénateur sénatrice député députée secrétaire responsable adjoint adjointe dirigeant "
        "dirigeante professeur professeure chercheur chercheuse entraîneur police gouvernement "
        "témoin"
    ),
    dash=True,
)
SPANISH = Tongue(
    verbs(
        {
            Stance.NEUTRAL: "dice dijo dijeron decía declaró declara explicó explica "
            "señaló señala indicó indica añadió añade agregó agrega contó cuenta escribió "
            "escribe respondió responde comentó comenta manifestó expresó precisó "
            "destacó subrayó "
            "recordó concluyó calificó definió describió habló llamó sostuvo",
            Stance.CLAIM: "afirmó afirma asegura aseguró alegó",
            Stance.INSIST: "insistió insiste sostiene reiteró",
            Stance.ADMIT: "admitió admite reconoció reconoce confesó",
            Stance.CONFIRM: "confirmó confirma reveló",
            Stance.DENY: "negó niega desmintió rechazó",
            Stance.ATTACK: "acusó denunció criticó lamentó",
            Stance.PRAISE: "elogió celebró",
            Stance.WARN: "advirtió advierte alertó",
            Stance.ASK: "preguntó pregunta",
            Stance.URGE: "pidió exigió instó reclamó",
            Stance.PROMISE: "prometió anunció",
        }
    ),
    words("él ella ellos ellas yo nosotros"),
    words("el la los las un una su sus"),
    words("en tras después antes durante con para si cuando como desde al"),
    words("pero y luego también"),
    words("ha han había también luego se lo le"),
    according=words("según"),
    offices=words(
        "alcalde alcaldesa presidente presidenta ministro ministra portavoz director directora "
        "jefe jefa líder gobernador gobernadora abogado abogada juez jueza fiscal secretario "
        "secretaria senador senadora diputado diputada concejal concejala consejero consejera "
        "profesor profesora entrenador entrenadora policía gobierno testigo"
    ),
    dash=True,
)
ITALIAN = Tongue(
    verbs(
        {
            Stance.NEUTRAL: "dice disse detto dichiara dichiarò dichiarato spiega spiegò "
            "spiegato aggiunge aggiunse aggiunto racconta raccontò raccontato scrive "
            "scrisse scritto risponde rispose risposto osserva osservò sottolinea "
            "sottolineato precisa precisato ricorda ricordato conclude definisce definì definito "
            "parla parlato parlò chiama",
            Stance.CLAIM: "sostiene sostenne sostenuto afferma affermò affermato",
            Stance.INSIST: "insiste ribadisce ribadito assicura assicurato",
            Stance.ADMIT: "ammette ammise ammesso riconosce",
            Stance.CONFIRM: "conferma confermò confermato rivela rivelato",
            Stance.DENY: "nega negò negato smentisce smentito",
            Stance.ATTACK: "accusa accusò accusato denuncia critica attacca",
            Stance.PRAISE: "elogia saluta",
            Stance.WARN: "avverte avvertito ammonisce",
            Stance.ASK: "chiede chiese chiesto domanda",
            Stance.URGE: "esorta sollecita invita",
            Stance.PROMISE: "promette promesso annuncia annunciato",
        }
    ),
    words("lui lei egli ella loro io noi"),
    words("il lo la i gli le l un una uno suo sua"),
    words("in nel dopo prima durante con per se quando come da al"),
    words("ma e poi anche"),
    words("ha hanno aveva anche poi ancora"),
    according=words("secondo per"),
    offices=words(
        "sindaco sindaca presidente ministro ministra premier portavoce direttore direttrice capo "
        "leader governatore governatrice avvocato avvocata giudice procuratore procuratrice "
        "segretario segretaria senatore senatrice deputato deputata assessore assessora professore "
        "professoressa allenatore allenatrice polizia governo testimone"
    ),
)
PORTUGUESE = Tongue(
    verbs(
        {
            Stance.NEUTRAL: "disse disseram diz dizem dizia declarou declara explicou explica "
            "acrescentou acrescenta contou conta escreveu escreve respondeu responde comentou "
            "comenta referiu refere salientou sublinhou destacou concluiu observou chamou "
            "classificou descreveu falou",
            Stance.CLAIM: "alegou alega afirmou afirma",
            Stance.INSIST: "insistiu insiste garantiu garante assegurou reiterou sustentou",
            Stance.ADMIT: "admitiu admite reconheceu reconhece confessou",
            Stance.CONFIRM: "confirmou confirma revelou revela",
            Stance.DENY: "negou nega desmentiu rejeitou",
            Stance.ATTACK: "acusou denunciou criticou lamentou",
            Stance.PRAISE: "elogiou saudou",
            Stance.WARN: "alertou avisou advertiu",
            Stance.ASK: "perguntou pergunta questionou",
            Stance.URGE: "pediu exigiu apelou",
            Stance.PROMISE: "prometeu anunciou",
        }
    ),
    words("ele ela eles elas eu nós"),
    words("o a os as um uma seu sua"),
    words("em no na após depois antes durante com para se quando como desde ao"),
    words("mas e depois também"),
    words("tem há havia também depois se"),
    according=words("segundo conforme"),
    offices=words(
        "presidente ministro ministra porta-voz diretor diretora director directora chefe líder "
        "governador governadora prefeito prefeita autarca vereador vereadora advogado advogada "
        "juiz juíza secretário secretária deputado deputada treinador treinadora professor "
        "professora polícia governo testemunha"
    ),
    dash=True,
)
