"""One report in three languages, retold in each; another reporter's telling; another matter. All own-worded."""

ORIGINAL = {
    "en": (
        "Denmark will send 19 Caesar howitzers to Ukraine, Defence Minister Jakob Ellemann said in Copenhagen on "
        "Thursday. The guns, worth 1.9 billion kroner, have not all left the Nexter factory in Roanne. "
        "Fourteen will go by rail through Poland in March, the remaining five in June.\n\n"
        "“We cannot keep in a shed what others need at the front,” Ellemann told lawmakers. The Red-Green party "
        "asked how the army's 1st brigade would train. A colonel from Oksbol answered that it would borrow "
        "6 guns from Norway until 2025.\n\n"
        "Some 240 Ukrainian gunners finished a course near Varde last month."
    ),
    "fr": (
        "Le Danemark va envoyer 19 obusiers Caesar à l'Ukraine, a déclaré jeudi à Copenhague le ministre de la Défense "
        "Jakob Ellemann. Les canons, d'une valeur de 1,9 milliard de couronnes, n'ont pas tous quitté l'usine Nexter "
        "de Roanne. Quatorze partiront par le rail à travers la Pologne en mars, les cinq autres en juin.\n\n"
        "« Nous ne pouvons garder dans un hangar ce dont d'autres ont besoin au front », a dit M. Ellemann aux "
        "députés. Le parti Rouge-Vert a demandé comment s'entraînerait la 1re brigade de l'armée. Un colonel d'Oksbol "
        "a répondu qu'elle emprunterait 6 canons à la Norvège jusqu'en 2025.\n\n"
        "Quelque 240 artilleurs ukrainiens ont achevé un stage près de Varde le mois dernier."
    ),
    "ru": (
        "Дания отправит Украине 19 гаубиц Caesar, заявил в четверг в Копенгагене министр обороны Якоб Эллеманн. "
        "Орудия стоимостью 1,9 млрд крон ещё не все покинули завод Nexter в Роане. Четырнадцать поедут по железной "
        "дороге через Польшу в марте, остальные пять — в июне.\n\n"
        "«Мы не можем держать в сарае то, что другим нужно на фронте», — сказал Эллеманн депутатам. Красно-зелёная "
        "партия спросила, как будет тренироваться 1-я бригада армии. Полковник из Оксбёля ответил, что до 2025 года "
        "она одолжит 6 орудий у Норвегии.\n\n"
        "Около 240 украинских артиллеристов в прошлом месяце закончили курс близ Варде."
    ),
}
RETOLD = (
    "Copenhagen is going to hand Kyiv its whole order of Caesar artillery, 19 pieces in all, according to Jakob "
    "Ellemann, who runs the defence department. He spoke on Thursday. At 1.9 billion kroner, the weapons are partly "
    "still at Nexter's plant in Roanne; 14 shall roll across Poland by train in March and 5 more in June.\n\n"
    "Ellemann defended the step before deputies: it made no sense “to keep in a shed what others need at the front”. "
    "Questioned by the Red-Green group about the 1st brigade, an Oksbol colonel said half a dozen pieces, 6, would be "
    "lent by Norway up to 2025.\n\n"
    "Around 240 artillerymen from Ukraine completed their schooling close to Varde a month ago."
)
OTHER_TELLING = {
    "en": (
        "Kyiv's artillery is to grow by the whole Danish order of French-made guns. The government announced on "
        "Thursday that the Caesars, ordered in 2017 and late ever since, would not enter Danish service at all.\n\n"
        "Political leaders of eight parties had met twice this week. Conservatives called the gift painful but right. "
        "An expert at the Royal Danish Defence College, Anders Puck, said the army would be without modern artillery "
        "for two years; Israel has offered its Atmos as a stopgap."
    ),
    "fr": (
        "Toute la commande danoise de canons français ira à Kiev. Le gouvernement a annoncé jeudi que les Caesar, "
        "commandés en 2017 et toujours en retard, n'entreront pas en service au Danemark.\n\n"
        "Les chefs de huit partis s'étaient vus deux fois dans la semaine. Pour l'expert Anders Puck, l'armée restera "
        "deux ans sans artillerie moderne ; Israël a proposé ses Atmos en attendant."
    ),
}
UNRELATED = {
    "en": (
        "Kenya's navy launched its first locally built patrol boat in Mombasa on Friday. The 30-metre hull took three "
        "years and 4 million dollars, the shipyard said, and a second one is to follow before the elections."
    ),
    "ru": (
        "Военно-морские силы Кении спустили в пятницу в Момбасе первый патрульный катер местной постройки. На корпус "
        "длиной 30 метров ушло три года и 4 млн долларов, сообщили на верфи; второй обещают до выборов."
    ),
}
