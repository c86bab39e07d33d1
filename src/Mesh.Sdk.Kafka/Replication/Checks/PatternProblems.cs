using Mesh.Sdk.Kafka.Replication.Filters;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Replication.Checks;

/// <summary>What is wrong with lists of patterns, each looked at once.</summary>
internal sealed class PatternProblems
{
    private readonly Dictionary<string, string?> _problems = new(StringComparer.Ordinal);

    public string? Find(string list)
    {
        if (!_problems.TryGetValue(list, out string? problem))
        {
            PatternList.TryCreate(SettingText.SplitList(list), out problem);
            _problems.Add(list, problem);
        }

        return problem;
    }
}
