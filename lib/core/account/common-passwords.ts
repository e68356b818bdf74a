/**
 * What guessers try first: words and walks over the keyboard that lists of leaked passwords have in common, from five
 * letters on, since an ending of digits is ignored. In lower case.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  password passwort passwords password1 passw0rd p@ssword p@ssw0rd pa55word passcode passphrase motdepasse contrasena contraseña
  senha parola wachtwoord haslo heslo salasana jelszo parool sifre kennwort geheim secret secrets topsecret
  123456 1234567 12345678 123456789 1234567890 12345678910 0123456789 987654321 87654321 0987654321 123123123 12341234
  11112222 112233 11223344 1122334455 121212 12121212 123321 123321123 147258369 159357 159753 789456123 741852963 963852741
  147852369 135792468 102030 10203040 31415926 314159265 27182818 20202020 69696969 88888888 66666666 55555555
  qwerty qwertyu qwertyui qwertyuio qwertyuiop qwerty12 qwerty123 qwertz qwertzu qwertzui qwertzuiop azerty azertyui azertyuiop
  asdfgh asdfghj asdfghjk asdfghjkl asdfasdf asdf1234 asdf123 yxcvbnm zxcvbn zxcvbnm zxcvbnm123 qazwsx qazwsxedc qweasd
  qweasdzxc 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 1qaz2wsx3edc zaq12wsx zaq1zaq1 q1w2e3r4 q1w2e3r4t5 qwer1234 qwerasdf
  1234qwer 123qweasd 123qwe 123qweasdzxc 12qwaszx a1b2c3d4 a1b2c3 abcd1234 abc12345 abc123 abc123456 1234abcd aa123456 a123456
  a1234567 a12345678 a123456789 123456a 1234567a 12345678a 123456789a 123456abc qwe123 poiuytrewq lkjhgfdsa mnbvcxz
  abcdefg abcdefgh abcdefghi abcdefghij alphabet letmein letmein1 letmeinplease letmein123 welcome welcome1 welcome123 willkommen
  bienvenue bienvenido changeme changemenow change.me change-me change-me-in-production changeit default defaultpassword
  administrator adminadmin admin admin123 admin1234 admin12345 administrateur root rootroot toor rootpassword superuser
  superadmin sysadmin system manager supervisor guest guestguest test testtest test1234 tester testing testing123 test123 testpass
  testpassword demo demodemo demo1234 example sample user useruser user1234 username login login123 mylogin account
  iloveyou iloveyou1 iloveyou2 ilovegod iloveme loveyou lovelove lovely lovers loveme iloveu teamo tequiero jetaime
  princess princesa prinzessin prinses sunshine sonnenschein rainbow butterfly schmetterling flowers flower blossom
  football fussball futbol soccer baseball basketball volleyball handball hockey softball tennis swimming snowboard skateboard
  liverpool arsenal chelsea manchester barcelona realmadrid juventus bayern dortmund schalke galatasaray fenerbahce besiktas
  superman batman spiderman ironman wolverine captain avengers pokemon pikachu naruto dragonball dragon dragons starwars
  startrek skywalker darthvader anakin matrix gandalf frodo hogwarts harrypotter potter voldemort godzilla minecraft fortnite
  roblox callofduty playstation nintendo xbox360 warcraft starcraft counterstrike halflife portal
  monkey monkeys tigger tiger tigers panther phoenix falcon eagles eagle wolf wolfpack lionking elephant dolphin dolphins
  penguin kitten kittens pussycat puppies doggie buster charlie bailey bandit maggie ginger pepper cookie cookies chocolate
  cheese banana bananas strawberry blueberry cherry peaches orange oranges pineapple coconut vanilla cupcake coffee whiskey
  internet computer computers laptop windows windows10 windowsxp microsoft google google123 gmail facebook instagram twitter youtube
  linkedin whatsapp samsung samsung123 iphone android apple123 amazon netflix spotify adobe123 photoshop oracle postgres
  postgresql mysql mysql123 database server router cisco cisco123 linux ubuntu debian docker kubernetes raspberry
  master mastermind masterkey trustno1 trustnoone access access14 freedom liberty whatever nothing something everything
  blahblah blablabla asdfjkl hello hellohello hello123 helloworld hallo hallo123 hallihallo bonjour ciaociao goodbye
  michael michelle jennifer jessica jordan jordan23 michael1 daniel daniela daniel123 andrew andrea anthony ashley amanda alexander
  alexandra christian christina christopher charlotte elizabeth stephanie sebastian nicholas nicole natasha natalie matthew
  patrick patricia benjamin robert richard thomas thomas123 joshua joseph jonathan joanna samantha samuel sophie victoria
  valentina vanessa veronica william maximilian mercedes ferrari porsche lamborghini corvette mustang camaro chevrolet yamaha
  kawasaki harley davidson harleydavidson toyota honda honda123 subaru volkswagen bmw12345
  shadow hunter hunter2 killer ranger soldier marines military navyseal police fireman cowboy cowboys yankees lakers steelers
  redskins packers patriots raiders broncos dodgers redsox celtics bulldogs gators wildcats warriors buckeyes
  metallica nirvana slipknot ironmaiden linkinpark eminem beatles michaeljackson britney shakira rockstar rocknroll guitar
  december november october september january february summer summer123 winter winter123 spring autumn sommer monday friday
  sunday saturday birthday christmas halloween heaven angels angel angel123 jesus jesus123 jesuschrist christ blessed
  blessing faith godisgood allah bismillah inshallah
  america american england scotland ireland france germany deutschland oesterreich schweiz switzerland espana italia portugal
  brasil brazil mexico argentina colombia canada australia newzealand russia россия пароль ukraine poland polska turkiye
  london paris berlin hamburg munich vienna zurich madrid roma istanbul moscow newyork chicago houston dallas boston
  california florida texas hawaii
  mustang1 diamond diamonds silver golden purple yellow orange1 crystal emerald sapphire
  number1 number one1 numberone winner champion victory success lucky lucky7 lucky13 money money123 dollar million
  millionaire business company company123 office office123 student student123 teacher school university college
  jackass asshole fuckyou fuckyou1 fuckoff fuckme bitch bitches pussy pussies bigdick blowjob boobs boobies sexysexy sexy123
  nicetits porn pornhub
  triptych annotate annotator annotation annotations reviewer labelling labeling claims actors stances newspaper journalist
  `
    .trim()
    .split(/\s+/),
);
