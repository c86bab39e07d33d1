using System.Text;
using System.Text.Json;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Plans.Json;

namespace Mesh.Sdk.Kafka.Recovery.Journal;

/// <summary>
/// What was done of a plan, a line of JSON for each event, on disk before the next thing is done. The first line has the plan. The file is
/// locked while it is open; a last line that a crash has cut off was never written. Not safe for several threads.
/// </summary>
internal sealed class FailoverJournal : IDisposable
{
    private const byte LineFeed = (byte)'\n';

    private static ReadOnlySpan<byte> FirstLine => "{\"event\":\"Opened\""u8;

    private readonly FileStream _file;
    private readonly TimeProvider _time;
    private readonly List<JournalEntry> _entries = [];

    private FailoverJournal(FileStream file, TimeProvider time)
    {
        (_file, _time) = (file, time);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        int length = Array.LastIndexOf(bytes, LineFeed) + 1;
        if (length == 0 && !IsBegun(bytes))
        {
            throw Damage();
        }

        foreach (string line in Encoding.UTF8.GetString(bytes.AsSpan(0, length)).Split((char)LineFeed)[..^1])
        {
            Take(line);
        }

        file.SetLength(length);
        file.Seek(0, SeekOrigin.End);
    }

    public FailoverPlan Plan => _entries[0].Plan!;

    public IReadOnlyList<JournalEntry> Entries => _entries;

    public string Path => _file.Name;

    /// <summary>Opens the journal of a plan, or begins it.</summary>
    public static FailoverJournal Open(string path, FailoverPlan plan, TimeProvider time) => Open(path, FileMode.OpenOrCreate, time, journal =>
    {
        if (journal._entries.Count == 0)
        {
            journal.Append(JournalEvent.Opened, null, e => e with { Plan = plan });
        }
        else if (journal.Plan.Id != plan.Id)
        {
            throw new FailoverException([JournalProblems.OfAnotherPlan(path, journal.Plan, plan)]);
        }
    });

    /// <summary>Opens a journal that is there.</summary>
    public static FailoverJournal Open(string path, TimeProvider time) => Open(path, FileMode.Open, time, journal =>
    {
        if (journal._entries.Count == 0)
        {
            throw new FailoverException([JournalProblems.WithoutPlan(path)]);
        }
    });

    public void Append(JournalEvent what, FailoverStep? step, Func<JournalEntry, JournalEntry>? with = null)
    {
        JournalEntry entry = new() { Event = what, At = _time.GetUtcNow(), Step = step?.Number };
        entry = with?.Invoke(entry) ?? entry;
        _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(entry, FailoverJson.Default.JournalEntry), LineFeed]);
        _file.Flush(flushToDisk: true);
        _entries.Add(entry);
    }

    /// <summary>Returns the last thing that happened to a step; <see langword="null"/> if nothing did.</summary>
    public JournalEntry? LastOf(FailoverStep step) => _entries.FindLast(e => e.Step == step.Number);

    /// <summary>Returns what the step of an action found when it was done; <see langword="null"/> if it was not done, or is not in the plan.</summary>
    public JournalEntry? ResultOf(FailoverAction action) =>
        _entries.FindLast(e => e.Event == JournalEvent.Done && e.Step is { } number && Plan.Steps[number - 1].Action == action);

    public bool Has(JournalEvent what) => _entries.Exists(e => e.Event == what);

    public void Dispose() => _file.Dispose();

    private static FailoverJournal Open(string path, FileMode mode, TimeProvider time, Action<FailoverJournal> check)
    {
        FileStream file = Lock(path, mode);
        try
        {
            FailoverJournal journal = new(file, time);
            check(journal);
            return journal;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FileStream Lock(string path, FileMode mode)
    {
        try
        {
            return new(path, mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FailoverException([JournalProblems.OfOpening(path, mode, e)], inner: e);
        }
    }

    // What a crash left of the first line is written anew; nobody else's file is.
    private static bool IsBegun(ReadOnlySpan<byte> bytes) => bytes.StartsWith(FirstLine) || FirstLine.StartsWith(bytes);

    private void Take(string line)
    {
        try
        {
            JournalEntry? entry = JsonSerializer.Deserialize(line, FailoverJson.Default.JournalEntry);
            _entries.Add(IsNext(entry) ? entry! : throw Damage());
        }
        catch (JsonException e)
        {
            throw Damage(e);
        }
    }

    // The plan stands in the first line, and only there; others tell of its steps.
    private bool IsNext(JournalEntry? entry) =>
        entry is not null && entry.Plan is null == _entries.Count > 0 && (entry.Step is not { } step || (step >= 1 && step <= (entry.Plan ?? Plan).Steps.Count));

    private FailoverException Damage(JsonException? cause = null)
    {
        FailoverOutcome? known = _entries.Count == 0 ? null : JournalReading.OutcomeOf(this);
        return new([JournalProblems.OfLine(Path, _entries.Count + 1, known)], known, cause);
    }
}
