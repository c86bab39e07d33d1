using System.Text.RegularExpressions;
using Mesh.Sdk.Kafka.Replication.Filters;

namespace Mesh.Sdk.Kafka.Analysis.Views;

/// <summary>One pattern of a list, asked without throwing: one that .NET can't compile, or that takes too long, matches nothing.</summary>
internal sealed class NamePattern(string text)
{
    private readonly PatternList? _pattern = PatternList.TryCreate([text], out _);

    public string Text { get; } = text;

    /// <summary>Gets the name it stands for if it is no real pattern; dots count as dots.</summary>
    public string? PlainName { get; } = PatternSamples.PlainName(text);

    /// <summary>Gets whether matching was given up.</summary>
    public bool IsSlow { get; private set; }

    /// <summary>Gets whether there is an answer at all.</summary>
    public bool IsKnown => _pattern is not null && !IsSlow;

    public bool Matches(string name)
    {
        if (!IsKnown)
        {
            return false;
        }

        try
        {
            return _pattern!.Matches(name);
        }
        catch (RegexMatchTimeoutException)
        {
            IsSlow = true;
            return false;
        }
    }
}
