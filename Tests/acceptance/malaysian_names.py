"""Names as the register of Malaysia has them, of people who are not there; the same from the same seed."""

import random

SHORTEST, LONGEST = 3, 100
MEN = """AHMAD ADAM AMIRUL AZLAN AZMAN AZRUL BADRUL BAHARUDDIN DANISH EIZLAN FAIZAL FAKHRURRAZI FIRDAUS HAFIZ HAKIM HARIS
    IDRIS IMRAN ISKANDAR ISMAIL IZZUDDIN JAMALUDDIN JUNAIDI KAMARUL KHAIRUL LUQMAN MAZLAN MIKHAIL MUZAFFAR NAZRIN NORDIN
    OMAR OTHMAN QAYYUM QUSYAIRI RAHIM RAZALI RIDZUAN ROSLAN SAIFUL SHAHRIL SUFIAN SYAFIQ TAJUDDIN TAUFIK UBAIDULLAH UMAR
    WAFIY WARDI YA'KOB YAHAYA YUSOF ZAINAL ZULKIFLI NU'MAN MAS'UD SA'AD ABDUL-RAHMAN SAIFUL-BAHRI""".split()
WOMEN = """AISYAH AMINAH ATIQAH AZZAHRA BALQIS DAYANA ELISSA FARHANA FATIHAH FATIMAH HAFSAH HIDAYAH INTAN IZZATI JAMILAH
    KHADIJAH LATIFAH MAISARAH MARIAM NABILA NADHIRAH NURUL PUTEH QISTINA RABIATUL ROHANI ROZITA SAKINAH SALWA SYAKIRAH
    SYAZWANI UMMU WAHIDAH YASMIN ZAINAB ZUBAIDAH SA'DIAH RU'AINI NUR-AIN SITI-HAJAR""".split()
MEN_FIRST = "MUHAMMAD MOHD MOHD. MUHD. ABDUL ABD. WAN TENGKU NIK RAJA SYED MEGAT HJ. ABANG AWANG TUANKU".split()
WOMEN_FIRST = "NUR NURUL SITI NOOR WAN TENGKU NIK RAJA SHARIFAH PUTERI DAYANG HJH. CHE UMI".split()
SURNAMES = """LIM TAN WONG LEE NG ONG CHAN CHONG GOH KOH LAU TEOH YAP YEOH OOI KHOO QUAH HO FOO VOON CHAI SIEW EE AW THAM
    LOW SIA PHUA""".split()
CHINESE = """AH BEE BOON CHEE CHENG CHING CHOON ENG FATT FONG GEOK GUAT HOCK HOONG HUI JIA JIE JUN KAH KEAT KEE KIM KOK
    KWAN LAN LEONG LING LOY MEI MENG MING MUI PEI PENG POH QIAN QI SENG SIEW SIOK SOON SWEE TECK TIAN WAI WEI WEN XIAO
    XIN XUAN YEE YEN YIN YONG YU ZHEN ZHI""".split()
ENGLISH = "ALVIN AUDREY BRYAN CELINE DESMOND FELICIA GRACE IVAN JACKSON KELVIN MICHELLE QUENTIN SHARON VIVIEN".split()
INDIAN = """ANBALAGAN ARUMUGAM DEVI GANESAN GOPAL JAYANTHI KALAIVANI KAVITHA KRISHNAN KUMAR LETCHUMANAN MAHALETCHUMY
    MANIAM MUNIANDY MURUGAN NADARAJAH NAGESWARY PARAMESWARAN PONNUSAMY RAJESWARY RAMASAMY SARASWATHY SELVAM SHANTHI
    SIVAKUMAR SUBRAMANIAM SUPPIAH THANGARAJ VASANTHA VEERAPPAN VENKATESH VIGNESWARAN YOGESWARI""".split()
SIKH = "AMARJIT BALDEV DALJIT GURPREET HARBHAJAN JASWANT KARPAL MANJIT PARAMJIT RANJIT SUKHDEV".split()
BORNEO = """AGNES BANYANG BUJANG CHANGGAI DOLLAH ENGKAMAT GAWAN GUNDANG JELANI JIMBUN JUGAH KUDANG LANGGI LIAN LOJUNGIN
    MAJAIL MANJA MATHEW NANTA NGALI NYABONG PETRUS RENTAP SALANG TAWI UNGGANG WILFRED""".split()
EURASIAN = """D'CRUZ DE-SOUZA D'ALMEIDA O'HARA FERNANDEZ GOMEZ SANTA-MARIA PEREIRA RODRIGUES THEVATHASAN NONIS LAZAROO
    DE’ROZARIO""".split()
CHRISTIAN = "MARIA JOSEPH ANTHONY BERNADETTE CHRISTOPHER DOMINIC EVANGELINE FRANCIS GERARD MAGDALENE XAVIER".split()


class Register:
    """Gives names, each once."""

    def __init__(self, seed):
        self.chance, self.given = random.Random(seed), set()

    def names(self, count):
        """Of every kind and length; the shortest and the longest are among them."""
        made = [self.once(lambda: self.exactly(length)) for length in (SHORTEST, LONGEST, SHORTEST, LONGEST)]
        while len(made) < count:
            made.append(self.once(self.any))
        return made

    def once(self, make):
        while True:
            name = make()
            if SHORTEST <= len(name) <= LONGEST and name not in self.given:
                self.given.add(name)
                return name

    def exactly(self, length):
        while True:
            name = self.long() if length > 30 else self.chance.choice(SURNAMES)
            if len(name) == length:
                return name

    def any(self):
        kinds = (self.malay, self.chinese, self.indian, self.sikh, self.borneo, self.eurasian, self.long)
        name = self.chance.choices(kinds, (48, 18, 14, 3, 7, 4, 6))[0]()
        # As some keyboards have it.
        return name.replace("'", "’") if self.chance.random() < 0.15 else name

    def some(self, words, least, most):
        return self.chance.sample(words, self.chance.randint(least, most))

    def malay(self):
        is_woman = self.chance.random() < 0.5
        first, own, of = (WOMEN_FIRST, WOMEN, ("BINTI", "BT.")) if is_woman else (MEN_FIRST, MEN, ("BIN", "B."))
        words = self.some(first, 0, 1) + self.some(own, 1, 2)
        if self.chance.random() < 0.06:
            words += ["@"] + self.some(own, 1, 1)
        words += [of[self.chance.random() < 0.04]] + self.some(MEN_FIRST, 0, 1) + self.some(MEN, 1, 2)
        return " ".join(words + (["AL-HAJ"] if self.chance.random() < 0.03 else []))

    def chinese(self):
        surname = self.chance.choice(SURNAMES)
        words = self.some(ENGLISH, 0, 1) + [surname] + self.some(CHINESE, 1, 2)
        if self.chance.random() < 0.2:
            words += ["@", surname] + self.some(CHINESE, 1, 2)
        return " ".join(words)

    def indian(self):
        initials = [f"{self.chance.choice('GKMNPRSV')}." for _ in range(self.chance.choice((0, 0, 0, 1, 2)))]
        of = self.chance.choice(("A/L", "A/P", "A/L", "A/P", "S/O", "D/O"))
        return " ".join(initials + self.some(INDIAN, 1, 2) + [of] + self.some(INDIAN, 1, 2))

    def sikh(self):
        word, of = self.chance.choice((("SINGH", "A/L"), ("KAUR", "A/P")))
        return " ".join(self.some(SIKH, 1, 1) + [word, of] + self.some(SIKH, 1, 1) + ["SINGH"])

    def borneo(self):
        of = self.chance.choice(("ANAK", "ANAK", "AK", "BIN", "BINTI"))
        alias = ["@"] + self.some(CHRISTIAN, 1, 1) if self.chance.random() < 0.25 else []
        return " ".join(self.some(BORNEO, 1, 2) + alias + [of] + self.some(BORNEO, 1, 1))

    def eurasian(self):
        return " ".join(self.some(CHRISTIAN, 1, 2) + self.some(EURASIAN, 1, 2))

    def long(self):
        first, own, of = self.chance.choice(((WOMEN_FIRST, WOMEN, "BINTI"), (MEN_FIRST, MEN, "BIN")))
        words = self.some(first, 1, 2) + self.some(own, 2, 5) + [of] + self.some(MEN_FIRST, 1, 2)
        return " ".join(words + self.some(MEN, 2, 4))
