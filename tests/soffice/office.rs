//! LibreOffice without its window, with a profile of its own in which it computes every formula when it opens a file.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Always compute anew: without this it believes the results in a file.
const PROFILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

pub struct Office {
    program: PathBuf,
    folder: PathBuf,
}

impl Office {
    /// The program, and a folder of its own for each test.
    pub fn found() -> Office {
        let program = std::env::var_os("SOFFICE").unwrap_or_else(|| "soffice".into());
        let name = std::thread::current()
            .name()
            .unwrap_or("test")
            .replace(':', "-");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("soffice-{name}"));
        let _ = std::fs::remove_dir_all(&folder);
        for inner in ["in", "out", "profile/user"] {
            std::fs::create_dir_all(folder.join(inner)).unwrap();
        }
        std::fs::write(
            folder.join("profile/user/registrymodifications.xcu"),
            PROFILE,
        )
        .unwrap();
        Office {
            program: program.into(),
            folder,
        }
    }

    /// These workbooks, opened, computed and saved, in their order.
    pub fn saved_again(&self, files: &[&[u8]]) -> Vec<Vec<u8>> {
        let path =
            |inner: &str, number: usize| self.folder.join(inner).join(format!("{number}.xlsx"));
        let mut command = Command::new(&self.program);
        command
            .arg(format!(
                "-env:UserInstallation=file://{}",
                self.folder.join("profile").display()
            ))
            .args([
                "--headless",
                "--norestore",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
            ])
            .arg(self.folder.join("out"));
        for (number, file) in files.iter().enumerate() {
            std::fs::write(path("in", number), file).unwrap();
            let _ = std::fs::remove_file(path("out", number));
            command.arg(path("in", number));
        }
        let run = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
        let status = run.unwrap_or_else(|error| panic!("{}: {error}", self.program.display()));
        assert!(status.success(), "{status}");
        let saved = (0..files.len()).map(|number| std::fs::read(path("out", number)));
        saved
            .collect::<Result<_, _>>()
            .expect("LibreOffice has saved each workbook")
    }

    /// A CSV file, opened as a Vietnamese office does it (semicolons, UTF-8) and saved as a workbook.
    pub fn table_saved(&self, file: &[u8]) -> Vec<u8> {
        let [from, to] = ["in/table.csv", "out/table.xlsx"].map(|name| self.folder.join(name));
        std::fs::write(&from, file).unwrap();
        let profile = self.folder.join("profile");
        let run = Command::new(&self.program)
            .arg(format!(
                "-env:UserInstallation=file://{}",
                profile.display()
            ))
            .args(["--headless", "--norestore"])
            // Separator and quotation mark by their numbers, UTF-8, from the first line, Vietnamese.
            .arg("--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1066")
            .args(["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
            .arg(self.folder.join("out"))
            .arg(&from)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        let status = run.unwrap_or_else(|error| panic!("{}: {error}", self.program.display()));
        assert!(status.success(), "{status}");
        std::fs::read(to).expect("LibreOffice has saved the table")
    }
}
