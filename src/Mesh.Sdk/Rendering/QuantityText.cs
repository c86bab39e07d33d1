using System.Globalization;

namespace Mesh.Sdk.Rendering;

/// <summary>
/// Writes quantities as the API server does: <c>1</c> for <c>1000m</c>, <c>1Gi</c> for <c>1024Mi</c>. Another text for the same amount would be a
/// conflict for whoever applies the object under another name. Source: Kubernetes API, <c>resource.Quantity</c>, canonical form.
/// </summary>
internal static class QuantityText
{
    // More digits would not fit a decimal with the largest suffix.
    private const decimal MostNumber = 1e10m;

    private static readonly (string Suffix, decimal Factor)[] Decimal =
        [("E", 1e18m), ("P", 1e15m), ("T", 1e12m), ("G", 1e9m), ("M", 1e6m), ("k", 1e3m), ("", 1m), ("m", 1e-3m), ("u", 1e-6m), ("n", 1e-9m)];

    private static readonly (string Suffix, decimal Factor)[] Binary =
        [("Ei", 1L << 60), ("Pi", 1L << 50), ("Ti", 1L << 40), ("Gi", 1L << 30), ("Mi", 1L << 20), ("Ki", 1L << 10), ("", 1m)];

    /// <summary>Returns the text that the server writes for a quantity; the same text where that would need rounding.</summary>
    public static string Canonical(string quantity)
    {
        string suffix = quantity.TrimStart("+-.0123456789".ToCharArray());
        (string Suffix, decimal Factor)[] units = suffix.EndsWith('i') ? Binary : Decimal;
        bool isKnown = Array.Exists(units, u => u.Suffix == suffix)
            & decimal.TryParse(quantity[..^suffix.Length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal number);
        if (!isKnown || Math.Abs(number) > MostNumber)
        {
            return quantity;
        }

        decimal amount = number * Array.Find(units, u => u.Suffix == suffix).Factor;
        (string Suffix, decimal Factor)[] written = Math.Abs(amount) < 1024 ? Decimal : units;
        (string Suffix, decimal Factor) largest = amount == 0 ? ("", 1) : Array.Find(written, u => amount % u.Factor == 0);
        return largest.Suffix is null ? quantity : string.Create(CultureInfo.InvariantCulture, $"{amount / largest.Factor:0}{largest.Suffix}");
    }
}
