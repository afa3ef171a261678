import ArgumentParser

@main
struct Akmal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "akmal",
        abstract: "AKMAL2U: training management and certificates of the Royal Malaysian Customs Academy.",
        discussion: """
            Begin with a demonstration academy:
              akmal demo                        seed it, issue a whole course, serve it
            Then, with data of your own:
              akmal migrate                     make or update the database
              akmal user add …                  open the first administrator's account
              akmal import staff EZHR.csv       fill or refresh the staff directory
              akmal serve                       serve the site
              akmal issue --course CODE         issue a whole course's certificates
              akmal check 7K3Q-W9TZ-4M2X-8HBC   what a stranger is told about a certificate
              akmal outbox list                 letters that wait, were sent or were given up
              akmal keys list                   what documents, QR codes and the log are signed with
              akmal log verify                  whether a row was touched behind the server's back
              akmal export --static DIR         what anybody needs to check certificates
              akmal worker --once               keep deadlines and send reminders, once
              akmal doctor                      check settings, fonts, templates, database, documents and mail

            Settings come from flags, then AKMAL_* environment variables, then the YAML file named by --config.

            Exit codes: 0 done · 10 suspended, 11 revoked, 12 superseded, 13 unknown (check) · 20 some rows failed
            (issue) · 21 something disagrees (log) · 64 wrong usage · 65 input that cannot be used · 70 a fault.
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self, Worker.self, Demo.self, Issue.self, Check.self, Render.self, Migrate.self, Doctor.self,
            User.self, OutboxCommand.self, Import.self, SignatoryCommand.self,
            KeysCommand.self, LogCommand.self, ExportCommand.self,
        ])
}
