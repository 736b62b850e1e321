import type { AuthorRole, priorities, Status } from '../../model/fields.ts';

/**
 * What exports in Indonesian and Malay call what others call in English, as `glossary` lists it for its languages. Seen in the
 * translations of OTRS (Kernel/Language/id, ms), GLPI (locales/id_ID, ms_MY) and Zammad, and in open data of Indonesian cities
 * ("pengaduan", "laporan warga").
 */
export const indonesian: Readonly<Record<string, string>> = {
  ticket: 'tiket|pengaduan|aduan|keluhan|laporan|permintaan|kasus|insiden|komplain',
  'ticket number':
    'nomor tiket|no tiket|nomer tiket|id tiket|kode tiket|nomor pengaduan|no pengaduan|id pengaduan|nomor laporan|no laporan|id laporan|nomor aduan|no aduan|nombor tiket|nombor aduan|no kasus|nomor kasus|nomor permintaan|no permintaan|nomor keluhan|id keluhan|nomor referensi',
  number: 'nomor|nombor',
  'created at':
    'dibuat|dibuat pada|waktu dibuat|waktu pembuatan|tanggal dan waktu dibuat|dibuka|dibuka pada|waktu dibuka|diterima|diterima pada|waktu diterima|waktu lapor|waktu laporan|waktu pengaduan|waktu masuk|masuk pada|dicipta|dicipta pada|waktu pelaporan|dilaporkan pada|jam masuk',
  'creation date':
    'tanggal dibuat|tgl dibuat|tanggal pembuatan|tanggal dibuka|tgl dibuka|tanggal masuk|tgl masuk|tanggal lapor|tgl lapor|tanggal laporan|tgl laporan|tanggal pengaduan|tgl pengaduan|tanggal diterima|tgl diterima|tanggal permintaan|tanggal keluhan|tanggal tiket|tarikh dicipta|tarikh dibuka|tarikh aduan|tarikh diterima|tanggal pelaporan',
  'first response at':
    'respon pertama|respons pertama|tanggapan pertama|balasan pertama|jawaban pertama|dijawab pertama|tanggal respon pertama|tanggal respons pertama|tanggal tanggapan pertama|tanggal balasan pertama|waktu balasan pertama pada|direspon pada|direspons pada|ditanggapi pada|maklum balas pertama|tgl respon pertama|tgl respon',
  'solved at':
    'diselesaikan|diselesaikan pada|selesai pada|waktu selesai|tanggal selesai|tgl selesai|tanggal diselesaikan|tgl diselesaikan|tanggal penyelesaian|tgl penyelesaian|terselesaikan pada|tarikh selesai|tarikh diselesaikan|selesai tanggal|jam selesai',
  'closed at':
    'ditutup|ditutup pada|waktu ditutup|tanggal ditutup|tgl ditutup|tanggal tutup|tgl tutup|tanggal penutupan|tarikh ditutup|waktu tutup',
  'updated at':
    'diperbarui|diperbarui pada|diubah|terakhir diperbarui|terakhir diubah|pembaruan terakhir|tanggal diperbarui|tanggal update|tgl update|update terakhir|tanggal perubahan|dikemas kini|kemaskini terakhir|aktivitas terakhir',
  'due date':
    'jatuh tempo|tanggal jatuh tempo|tenggat|tenggat waktu|batas waktu|batas akhir|tarikh akhir|target selesai|tanggal target',
  status: 'status tiket|status pengaduan|status laporan|status aduan|keadaan',
  priority: 'prioritas|tingkat prioritas|keutamaan|urgensi|tingkat urgensi',
  channel: 'kanal|saluran|sumber|media pengaduan|media|sumber laporan|kanal pengaduan|saluran aduan',
  category:
    'kategori tiket|kategori pengaduan|kategori laporan|kategori keluhan|jenis|jenis tiket|jenis pengaduan|jenis laporan|jenis keluhan|jenis permintaan|kategori aduan|klasifikasi',
  tags: 'label|tanda',
  language: 'bahasa',
  requester: 'pelapor|pemohon|pengadu|nama pelapor|dibuat oleh|dilaporkan oleh|peminta|diajukan oleh',
  customer: 'pelanggan|nama pelanggan|konsumen|nasabah|nama nasabah|klien|pengguna|warga',
  'customer id': 'id pelanggan|nomor pelanggan|kode pelanggan|no pelanggan|id nasabah|nomor nasabah',
  'customer email': 'surel|email pelanggan|alamat email|surel pelanggan|email pelapor|emel',
  company: 'perusahaan|nama perusahaan|organisasi|instansi|syarikat',
  assignee:
    'petugas|ditugaskan ke|ditugaskan kepada|penanggung jawab|ditangani oleh|agen|teknisi|pelaksana|pic|nama petugas|operator|staf|pegawai|juruteknik',
  group: 'grup|tim|kelompok|departemen|divisi|bagian|unit kerja|unit|dinas|antrian|antrean|jabatan',
  subject: 'subjek|judul|perihal|topik|judul tiket|judul laporan|tajuk|perkara',
  description:
    'deskripsi|uraian|isi laporan|isi pengaduan|isi keluhan|rincian|keterangan|detail masalah|penjelasan|penerangan|isi aduan',
  'message text': 'pesan|isi pesan|teks pesan|mesej',
  comment: 'komentar|catatan|ulasan|saran',
  sender: 'pengirim|penulis|nama pengirim',
  'author role': 'peran|peran pengirim|jenis pengirim|tipe pengirim',
  'sent at':
    'dikirim|dikirim pada|waktu kirim|tanggal kirim|waktu dikirim|tanggal dikirim|tgl kirim|jam kirim',
  'customer satisfaction':
    'kepuasan|kepuasan pelanggan|tingkat kepuasan|indeks kepuasan|skor kepuasan|kepuasan pelapor',
  rating: 'penilaian|nilai|peringkat|skor|bintang',
  'answered at':
    'tanggal jawaban|tanggal survei|waktu survei|tanggal pengisian|dijawab pada|tanggal penilaian|tgl survei',
  replies: 'jumlah balasan|jumlah respon|jumlah tanggapan',
  reopens: 'jumlah dibuka kembali',
  'first response time':
    'waktu respon pertama|waktu respons pertama|waktu tanggapan pertama|waktu balasan pertama|lama respon|lama respon pertama|waktu respon|waktu respons|waktu tanggap|durasi respon|masa respons',
  'resolution time':
    'waktu penyelesaian|lama penyelesaian|durasi penyelesaian|waktu penanganan|lama penanganan|durasi penanganan|masa penyelesaian|lama pengerjaan|durasi pengerjaan|durasi tiket',
  'sla met': 'sla tercapai|sla terpenuhi|memenuhi sla|sesuai sla|tepat waktu',
  'sla breached':
    'sla terlewati|melanggar sla|pelanggaran sla|terlambat|melebihi sla|lewat sla|sla dilanggar',
  'start date': 'tanggal mulai|mulai berlangganan|pelanggan sejak|tgl mulai|tanggal bergabung|tanggal daftar',
  'cancelled at':
    'tanggal berhenti|berhenti pada|dibatalkan pada|tanggal pembatalan|tanggal batal|tgl berhenti',
  'end date': 'tanggal berakhir|tanggal akhir|berakhir pada|akhir kontrak|tgl berakhir',
  date: 'tanggal|tgl|tarikh',
  'time of day': 'jam|pukul',
  reopened: 'dibuka kembali|dibuka lagi',
  merged: 'digabung|digabungkan',
  'old status': 'status lama|status sebelumnya|status awal',
  'new status': 'status baru|status sesudah|status akhir',
  timestamp: 'tanggal dan waktu|tanggal waktu|cap waktu|waktu kejadian|tanggal dan jam|tanggal jam|waktu',
  call: 'panggilan|telepon',
  'call id': 'id panggilan|nomor panggilan',
  'call start': 'waktu panggilan|mulai panggilan|waktu mulai panggilan|tanggal panggilan',
  'wait time': 'waktu tunggu|lama tunggu|durasi tunggu|lama menunggu',
  'talk time': 'durasi bicara|durasi panggilan|waktu bicara|lama panggilan|lama bicara',
  outcome: 'hasil|hasil panggilan',
  month: 'bulan',
  weekday: 'hari',
  quarter: 'triwulan|kuartal',
  minutes: 'menit|minit',
  hours: 'jumlah jam',
  days: 'jumlah hari',
  seconds: 'detik',
};

/** Said of values. */
export const indonesianGloss: {
  readonly statuses: Readonly<Partial<Record<Status, string>>>;
  readonly priorities: Readonly<Record<(typeof priorities)[number], string>>;
  readonly roles: Readonly<Partial<Record<AuthorRole, string>>>;
} = {
  statuses: {
    new: 'baru|belum ditugaskan|belum diproses|belum ditangani|diterima|masuk|belum dikerjakan|terdaftar|belum ditindaklanjuti|menunggu verifikasi',
    open: 'terbuka|dibuka|buka|diproses|sedang diproses|dalam proses|proses|dikerjakan|sedang dikerjakan|dalam pengerjaan|dalam penanganan|sedang ditangani|ditugaskan|ditindaklanjuti|dibuka kembali|aktif|belum selesai|eskalasi|dieskalasi|dalam tindakan|berjalan',
    pending:
      'menunggu|tertunda|menunggu pelanggan|menunggu balasan pelanggan|menunggu respon pelanggan|menunggu konfirmasi|menunggu konfirmasi pelanggan|menunggu jawaban pelanggan|menunggu balasan|menunggu pelapor',
    on_hold:
      'ditunda|ditangguhkan|ditahan|menunggu vendor|menunggu pihak ketiga|menunggu suku cadang|menunggu pemasok',
    solved:
      'selesai|diselesaikan|terselesaikan|sudah selesai|telah selesai|tuntas|sudah ditangani|telah ditangani|siap|teratasi|sudah diselesaikan',
    closed: 'ditutup|tutup|tertutup|dibatalkan|batal|ditolak|sudah ditutup|tidak valid',
    merged: 'digabung|digabungkan|duplikat|ganda',
    spam: 'sampah',
    deleted: 'dihapus|terhapus',
  },
  priorities: {
    low: 'rendah',
    normal: 'sedang|biasa|menengah|sederhana',
    high: 'tinggi|penting',
    urgent: 'mendesak|darurat|kritis|sangat tinggi|segera|kritikal',
  },
  roles: {
    customer: 'pelanggan|konsumen|pelapor|nasabah|pengguna',
    agent: 'agen|petugas|staf|admin|cs|operator|teknisi',
    bot: 'bot',
    system: 'sistem',
  },
};
