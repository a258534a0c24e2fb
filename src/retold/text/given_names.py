"""Given names that readers know: what tells a person from a firm where nothing else does.

General knowledge; the list only helps, and a name that is not in it is read by the words beside it.
"""

GIVEN_NAMES = frozenset(
    """
    aaron abdul abdullah abigail abraham ada adam adele adrian agnes ahmad ahmed aisha akira alan
    albert aleksandr alejandro alex alexander alexandra alexei alfred ali alice alicia alison
    allison amanda amber amelia amir amy ana anastasia anders andre andrea andreas andrei andrew
    andriy andy angela angelina anita ann anna anne annie anthony antonio anwar april ariana
    arnold arthur ashley asif astrid audrey austin ava ayman aziz barack barbara barry bashar
    beatrice ben benedict benjamin bernard bernie beth betty beverly bill billy bob bobby boris
    brad bradley brandon brenda brett brian bridget bruce bruno bryan caitlin calvin cameron carl
    carla carlos carly carmen carol caroline carolyn carrie catherine cathy cecilia chad charles
    charlie charlotte chelsea cheryl chloe chris christian christina christine christopher chuck
    cindy claire clara clare clarence claude claudia clinton cody colin connie conor craig crystal
    curtis cynthia daisy dale damian dan dana daniel daniela danielle danny darren dave david dawn
    dean deborah debra denis denise dennis derek diana diane diego dimitri dirk dmitri dmitry
    dolores dominic don donald donna doris dorothy doug douglas duncan dwight dylan earl eddie
    edgar edith edmund eduardo edward edwin eileen elaine eleanor elena eli elijah elizabeth ella
    ellen ellie elsa emanuel emil emily emma emmanuel enrique eric erica erik erika ernest ethan
    eugene eva evan evelyn fatima felix fernando finn fiona florence frances francesco francis
    francisco francois frank franklin fred frederick gabriel gareth gary gavin gemma gene geoff
    geoffrey george gerald gerard giovanni giuseppe gladys glen glenn gloria gordon grace graham
    grant greg gregory guido gustavo guy hannah hans harold harriet harry harvey hassan heather
    hector heidi helen helena helmut henri henry herbert hillary holly howard hugh hugo hussein
    ian ibrahim ida igor ilya imran ingrid irene iris isaac isabel isabella ivan ivana jack jackie
    jackson jacob jacqueline jacques jake jamal james jamie jan jane janet janice jared jason
    javier jay jean jeb jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jill jim
    jimmy joan joanna joanne joe joel johan johann johannes john johnny jon jonas jonathan jordan
    jorge jose josef joseph josh joshua joyce juan juanita judith judy julia julian julie julius
    june jurgen justin kamala karen karim karl kate katharine katherine kathleen kathryn kathy
    katie kayla keith kellyanne kelly ken kenneth kenny kevin khalid kim kirill kirsten klaus kofi
    krista kristen kristin kurt kyle larry lars laura lauren laurence laurie lawrence leah lee
    leila lena leo leon leonard leonid leroy leslie lewis liam lillian lily linda lindsay lindsey
    lisa liz lloyd lois lorenzo lori louis louise luca lucas lucia lucy luis luke luther lydia
    lynn madeleine magnus malcolm manuel marc marcel marco marcos marcus margaret maria marian
    marie marilyn mario marion marissa marjorie mark marlene martha martin marvin mary mateo matt
    matteo matthew matthias maureen maurice max maya megan mehmet melania melanie melissa mia
    michael michel michelle miguel mike mikhail mildred milo mitch mitt mohamed mohammad mohammed
    molly monica muhammad murray mustafa mykola nadia nancy naomi natalia natalie natasha nathan
    nathaniel neil nelson newt nicholas nick nicola nicolas nicole nigel nikki nikolai nina noah
    noel nora norma norman oksana olaf oleg oleksandr olena olga oliver olivia omar oscar osama
    otto owen pablo pamela paolo pat patricia patrick paul paula pauline pavel pedro peggy penny
    pete peter petr phil philip philippe phillip phoebe phyllis pierre piers rachel rafael rahul
    raj ralph ramon randall randy rashid raul ray raymond rebecca reince rex rhonda ricardo
    richard rick ricky rita rob robert roberta roberto robin rod rodney roger roland roman ron
    ronald rory rosa rosalind rose rosemary ross roy ruby rudolf rudy rupert russell ruth ryan
    sabrina sally salman sam samantha samuel sandra sara sarah saul scott sean sebastian sergei
    sergey sergio serhiy seth shannon sharon shaun shawn sheila sheldon shelley shirley sidney
    silvio simon simone sofia sonia sophia sophie spencer stacey stacy stan stanislav stanley
    stefan stella stephanie stephen steve steven stewart stuart sue suresh susan susanna suzanne
    svetlana sven sylvia tamara tammy tanya tara tariq ted terence teresa terri terry theo
    theodore theresa thomas tiffany tim timothy tina toby todd tom tommy tony tracey tracy travis
    trevor tyler ursula valentina valerie vanessa vera vernon veronica vicki victor victoria
    viktor vince vincent violet virginia vivian vladimir volodymyr wade walter wanda warren wayne
    wendy werner wesley wilfred will willard willem william willie winston wolfgang xavier xi
    yasmin yasser yevgeny yitzhak yolanda yuri yusuf yvonne zachary zainab zoe
    """.split()
)
