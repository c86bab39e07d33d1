namespace Mesh.Sdk.Compare;

/// <summary>One line of the result.</summary>
/// <param name="What">What was compared.</param>
/// <param name="Value">The ratio.</param>
/// <param name="Bar">What it has to reach, in words.</param>
/// <param name="IsMet">Whether it does.</param>
internal sealed record Ratio(string What, double Value, string Bar, bool IsMet)
{
    public static Ratio AtLeast(string what, double value, double bar) => new(what, value, $"at least {bar:0.##}", value >= bar);

    public static Ratio AtMost(string what, double value, double bar) => new(what, value, $"at most {bar:0.##}", value <= bar);

    public static Ratio WithoutBar(string what, double value) => new(what, value, "", true);

    public override string ToString() => $"{What,-86} {Value,8:0.00}   {Bar,-14} {(Bar.Length == 0 ? "" : IsMet ? "yes" : "NO")}";
}
