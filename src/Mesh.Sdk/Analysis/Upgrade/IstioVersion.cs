using System.Globalization;

namespace Mesh.Sdk.Analysis.Upgrade;

/// <summary>A minor release of Istio, such as 1.22.</summary>
/// <param name="Major">The first number.</param>
/// <param name="Minor">The second number.</param>
public readonly record struct IstioVersion(int Major, int Minor) : IComparable<IstioVersion>
{
    /// <summary>The oldest release that objects are brought to; from it on Envoy's ejection limit binds the first ejection.</summary>
    public static readonly IstioVersion Oldest = new(1, 20);

    /// <summary>The newest release that the rules of this library know.</summary>
    public static readonly IstioVersion Current = new(1, 31);

    /// <summary>Compares releases by age.</summary>
    public static bool operator <(IstioVersion left, IstioVersion right) => left.CompareTo(right) < 0;

    /// <summary>Compares releases by age.</summary>
    public static bool operator >(IstioVersion left, IstioVersion right) => left.CompareTo(right) > 0;

    /// <summary>Compares releases by age.</summary>
    public static bool operator <=(IstioVersion left, IstioVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Compares releases by age.</summary>
    public static bool operator >=(IstioVersion left, IstioVersion right) => left.CompareTo(right) >= 0;

    /// <summary>Reads texts such as <c>1.22</c>, <c>1.22.3</c> and <c>v1.22</c>.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static IstioVersion Parse(string text) =>
        TryParse(text, out IstioVersion version) ? version : throw new FormatException($"'{text}' is not a release such as '1.22'.");

    /// <summary>Reads texts such as <c>1.22</c>, <c>1.22.3</c> and <c>v1.22</c>.</summary>
    public static bool TryParse(string? text, out IstioVersion version)
    {
        string[] parts = (text ?? "").TrimStart('v').Split('.');
        version = default;
        if (parts.Length is not (2 or 3) || !TryParse(parts[0], out int major) || !TryParse(parts[1], out int minor))
        {
            return false;
        }

        version = new(major, minor);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(IstioVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <summary>Returns <c>major.minor</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static bool TryParse(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
