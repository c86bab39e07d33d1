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

    [Test]
    public void A_line_of_a_step_that_the_plan_does_not_have_is_damage()
    {
        Write(FailoverJournal.Open(_path, Plan, TimeProvider.System));
        File.WriteAllText(_path, File.ReadAllText(_path).Replace("\"step\":1", "\"step\":7", StringComparison.Ordinal));

        Action open = () => FailoverJournal.Open(_path, TimeProvider.System);

        open.Should().Throw<FailoverException>().Which.Problems.Single().Kind.Should().Be(FailoverProblemKind.JournalDamaged);
    }

    [Test]
    public void A_journal_is_locked_while_it_is_open()
    {
        using FailoverJournal open = FailoverJournal.Open(_path, Plan, TimeProvider.System);

        Action second = () => FailoverJournal.Open(_path, Plan, TimeProvider.System);

        second.Should().Throw<FailoverException>().Which.Problems.Single().Kind.Should().Be(FailoverProblemKind.JournalInUse);
    }

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
