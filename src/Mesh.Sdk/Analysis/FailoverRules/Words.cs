using System.Globalization;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Wording that several rules share.</summary>
internal static class Words
{
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    public static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
