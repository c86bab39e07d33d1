using Mesh.Sdk.Kafka.Recovery.Journal;
using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

public sealed class FailoverJournalTests
{
    private static readonly FailoverPlan Plan = new()
    {
        CreatedAt = DateTimeOffset.UnixEpoch,
        Kind = FailoverKind.Planned,
        From = "aws",
        To = "gke",
        Steps = [new() { Number = 1, Action = FailoverAction.Switch, Subject = "gke", Text = "Switch “clients”", Check = "they work" }],
    };

    private string _path = null!;

    [SetUp]
    public void Prepare() => _path = Path.Combine(Directory.CreateTempSubdirectory("journal").FullName, "failover.journal");

    [TearDown]
    public void Clean() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Test]
    public void A_journal_that_is_cut_off_at_any_byte_has_the_lines_before_and_goes_on()
    {
        JournalEntry[] whole = Write(FailoverJournal.Open(_path, Plan, TimeProvider.System));
        byte[] bytes = File.ReadAllBytes(_path);

        for (int length = 0; length <= bytes.Length; length++)
        {
            File.WriteAllBytes(_path, bytes[..length]);
            int lines = bytes[..length].Count(b => b == '\n');

            using (FailoverJournal journal = FailoverJournal.Open(_path, Plan, TimeProvider.System))
            {
                journal.Entries.Take(lines).Should().Equal(whole.Take(lines));
                journal.Entries.Should().HaveCount(Math.Max(lines, 1), "a journal without its first line begins again");
                journal.Append(JournalEvent.Aborting, null);
            }

            using FailoverJournal again = FailoverJournal.Open(_path, TimeProvider.System);
            again.Entries[^1].Event.Should().Be(JournalEvent.Aborting);
        }
    }

    [TestCase("the diary of somebody else")]
    [TestCase("{\"event\":\"Done\"")]
    public void A_file_that_is_no_journal_is_refused_and_kept(string text)
    {
        File.WriteAllText(_path, text);

        Action open = () => FailoverJournal.Open(_path, Plan, TimeProvider.System);

        open.Should().Throw<FailoverException>().Which.Problems.Single().Kind.Should().Be(FailoverProblemKind.JournalDamaged);
        File.ReadAllText(_path).Should().Be(text);
    }

    [TestCase(1, "nonsense")]
    [TestCase(2, "nonsense")]
    [TestCase(3, "nonsense")]
    [TestCase(2, "null")]
    [TestCase(3, "{\"event\":\"Danced\",\"at\":\"2026-01-01T00:00:00+00:00\",\"step\":1}")]
    [TestCase(3, "{\"event\":\"Done\",\"at\":\"2026-01-01T00:00:00+00:00\",\"step\":7}")]
    public void Damage_is_told_with_its_line_and_what_the_lines_before_prove(int line, string text)
    {
        Write(FailoverJournal.Open(_path, Plan, TimeProvider.System));
        string[] lines = [.. File.ReadAllLines(_path).Select((l, i) => i == line - 1 ? text : l)];
        File.WriteAllLines(_path, [.. lines, .. lines[1..]]);

        FailoverException refused = Refused(() => FailoverJournal.Open(_path, TimeProvider.System));

        FailoverProblem problem = refused.Problems.Single();
        (problem.Kind, problem.Subject).Should().Be((FailoverProblemKind.JournalDamaged, _path));
        problem.Message.Should().StartWith($"Line {line} of the journal '{_path}' is not what was written into it.").And.NotContainAny("Mesh.Sdk", "LineNumber", "Json");
        StepState? known = refused.Outcome?.Steps.Single().State;
        known.Should().Be(line switch { 1 => null, 2 => StepState.NotStarted, _ => StepState.Started });
    }

    [Test]
    public void What_keeps_a_journal_from_being_opened_is_told_with_a_remedy()
    {
        string folder = Path.GetDirectoryName(_path)!, nowhere = Path.Combine(folder, "none", "failover.journal");

        FailoverProblem[] problems =
        [
            Refused(() => FailoverJournal.Open(_path, TimeProvider.System)).Problems.Single(),
            Refused(() => FailoverJournal.Open(nowhere, TimeProvider.System)).Problems.Single(),
            Refused(() => FailoverJournal.Open(nowhere, Plan, TimeProvider.System)).Problems.Single(),
            Refused(() => FailoverJournal.Open(folder, TimeProvider.System)).Problems.Single(),
            Refused(() => FailoverJournal.Open(folder, Plan, TimeProvider.System)).Problems.Single(),
        ];

        problems.Select(p => (p.Kind, p.Message)).Should().Equal(
            (FailoverProblemKind.JournalMissing, $"There is no journal '{_path}'."),
            (FailoverProblemKind.JournalMissing, $"There is no journal '{nowhere}'."),
            (FailoverProblemKind.JournalInaccessible, $"The folder of the journal '{nowhere}' is not there."),
            (FailoverProblemKind.JournalInaccessible, $"The journal '{folder}' is a folder."),
            (FailoverProblemKind.JournalInaccessible, $"The journal '{folder}' is a folder."));
    }

    [Test]
    public void A_journal_is_locked_while_it_is_open()
    {
        using FailoverJournal open = FailoverJournal.Open(_path, Plan, TimeProvider.System);

        Action second = () => FailoverJournal.Open(_path, Plan, TimeProvider.System);

        second.Should().Throw<FailoverException>().Which.Problems.Single().Kind.Should().Be(FailoverProblemKind.JournalInUse);
    }

    private static FailoverException Refused(Action open) => open.Should().Throw<FailoverException>().Which;

    private static JournalEntry[] Write(FailoverJournal journal)
    {
        using (journal)
        {
            journal.Append(JournalEvent.Started, Plan.Steps[0]);
            journal.Append(JournalEvent.Done, Plan.Steps[0], e => e with { Note = "Clients work on gke.", Ends = [new(new("orders", 0), 20)], Groups = [new("checkout")] });
            return [.. journal.Entries];
        }
    }
}
