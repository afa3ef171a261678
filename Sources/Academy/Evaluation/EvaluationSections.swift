extension EvaluationSection {
    static let objectives = EvaluationSection(
        letter: "A", malay: "Objektif dan kandungan", english: "Objectives and content", speaker: nil,
        items: [
            EvaluationItem(
                code: "A1", malay: "Objektif kursus diterangkan dengan jelas pada permulaan.",
                english: "The objectives were made clear at the start.", kind: .agreement(mayNotApply: false)),
            EvaluationItem(
                code: "A2", malay: "Objektif kursus tercapai.",
                english: "The objectives were met.", kind: .agreement(mayNotApply: false)),
            EvaluationItem(
                code: "A3", malay: "Kandungan kursus sesuai dengan tugas saya.",
                english: "The content fits my work.", kind: .agreement(mayNotApply: false)),
            EvaluationItem(
                code: "A4", malay: "Susunan topik mudah diikuti.",
                english: "The order of topics was easy to follow.", kind: .agreement(mayNotApply: false)),
            EvaluationItem(
                code: "A5", malay: "Tempoh kursus mencukupi bagi kandungan yang disampaikan.",
                english: "The length suited the content.", kind: .agreement(mayNotApply: false)),
            EvaluationItem(
                code: "A6", malay: "Tahap kesukaran kursus sesuai dengan latar belakang saya.",
                english: "The level suited my background.", kind: .agreement(mayNotApply: false)),
        ])

    static let delivery = EvaluationSection(
        letter: "B", malay: "Penyampaian dan bahan", english: "Delivery and materials", speaker: nil,
        items: [
            EvaluationItem(
                code: "B1", malay: "Kaedah latihan (kuliah, amali, perbincangan) membantu saya memahami topik.",
                english: "The methods (lecture, practice, discussion) helped me to understand.",
                kind: .agreement(mayNotApply: false)),
            EvaluationItem(
                code: "B2", malay: "Bahan kursus jelas dan boleh dirujuk semula.",
                english: "The materials are clear and useful later.", kind: .agreement(mayNotApply: false)),
            EvaluationItem(
                code: "B3", malay: "Masa untuk latihan amali atau soal jawab mencukupi.",
                english: "There was enough time for practice or questions.", kind: .agreement(mayNotApply: true)),
            EvaluationItem(
                code: "B4", malay: "Contoh yang digunakan relevan dengan situasi kastam sebenar.",
                english: "The examples reflect real customs work.", kind: .agreement(mayNotApply: true)),
        ])

    /// C, one block a speaker.
    static func speaker(_ speaker: Speaker) -> EvaluationSection {
        let title = speaker.topic.isEmpty ? speaker.name.text : "\(speaker.name) – \(speaker.topic)"
        return EvaluationSection(
            letter: "C", malay: "Penceramah: \(title)", english: "Speaker: \(title)", speaker: speaker.id,
            items: speakerItems)
    }

    private static let speakerItems = [
        EvaluationItem(
            code: "C1", malay: "Menguasai bidang yang disampaikan.",
            english: "Knows the subject.", kind: .agreement(mayNotApply: false)),
        EvaluationItem(
            code: "C2", malay: "Menyampaikan dengan jelas dan teratur.",
            english: "Explains clearly and in order.", kind: .agreement(mayNotApply: false)),
        EvaluationItem(
            code: "C3", malay: "Menggalakkan penglibatan peserta.",
            english: "Encourages participation.", kind: .agreement(mayNotApply: false)),
        EvaluationItem(
            code: "C4", malay: "Menjawab soalan dengan memuaskan.",
            english: "Answers questions well.", kind: .agreement(mayNotApply: true)),
        EvaluationItem(
            code: "C5", malay: "Mematuhi masa.",
            english: "Keeps to time.", kind: .agreement(mayNotApply: false)),
        EvaluationItem(
            code: "C0", malay: "Saya tidak mengikuti sesi penceramah ini.",
            english: "I did not attend this speaker.", kind: .skip),
    ]

    static let organisation = EvaluationSection(
        letter: "D", malay: "Urus setia dan kemudahan", english: "Organisation and facilities", speaker: nil,
        items: [
            EvaluationItem(
                code: "D1", malay: "Makluman sebelum kursus lengkap dan awal.",
                english: "Information before the course was complete and early.", kind: .agreement(mayNotApply: false)),
            EvaluationItem(
                code: "D2", malay: "Urus setia membantu dan cepat bertindak.",
                english: "The secretariat was helpful and quick.", kind: .agreement(mayNotApply: false)),
            EvaluationItem(
                code: "D3", malay: "Bilik latihan selesa dan sesuai.",
                english: "The room was comfortable and suitable.", kind: .agreement(mayNotApply: true)),
            EvaluationItem(
                code: "D4", malay: "Peralatan latihan berfungsi dengan baik.",
                english: "The equipment worked.", kind: .agreement(mayNotApply: true)),
            EvaluationItem(
                code: "D5", malay: "Makanan dan minuman memuaskan.",
                english: "Food and drink were satisfactory.", kind: .agreement(mayNotApply: true)),
            EvaluationItem(
                code: "D6", malay: "Penginapan bersih dan selesa.",
                english: "Lodging was clean and comfortable.", kind: .agreement(mayNotApply: true)),
            EvaluationItem(
                code: "D7", malay: "Sistem AKMAL2U mudah digunakan.",
                english: "AKMAL2U was easy to use.", kind: .agreement(mayNotApply: false)),
        ])

    static let effect = EvaluationSection(
        letter: "E", malay: "Kesan dan niat", english: "Effect and intention", speaker: nil,
        items: [
            EvaluationItem(
                code: "E1", malay: "Pengetahuan atau kemahiran saya bertambah.",
                english: "My knowledge or skill grew.", kind: .agreement(mayNotApply: false)),
            EvaluationItem(
                code: "E2", malay: "Saya yakin dapat menggunakan apa yang dipelajari.",
                english: "I am confident that I can use it.", kind: .agreement(mayNotApply: false)),
            EvaluationItem(
                code: "E3", malay: "Saya akan mengamalkannya dalam masa tiga bulan.",
                english: "I will use it within three months.", kind: .agreement(mayNotApply: false)),
            EvaluationItem(
                code: "E4", malay: "Saya akan mengesyorkan kursus ini kepada rakan sekerja.",
                english: "I would recommend the course to colleagues.", kind: .agreement(mayNotApply: false)),
            EvaluationItem(
                code: "E5", malay: "Penilaian keseluruhan kursus",
                english: "Overall rating", kind: .overall),
        ])

    static let comments = EvaluationSection(
        letter: "F", malay: "Ulasan", english: "Comments", speaker: nil,
        items: [
            EvaluationItem(
                code: "F1", malay: "Perkara paling bermanfaat bagi saya",
                english: "What helped me most", kind: .comment),
            EvaluationItem(
                code: "F2", malay: "Perkara yang perlu diperbaiki",
                english: "What should improve", kind: .comment),
            EvaluationItem(
                code: "F3", malay: "Topik atau kursus lain yang diperlukan",
                english: "Other topics or courses needed", kind: .comment),
            EvaluationItem(
                code: "F4", malay: "Halangan yang mungkin saya hadapi untuk mengamalkannya",
                english: "What may stop me from using it", kind: .comment),
        ])
}
