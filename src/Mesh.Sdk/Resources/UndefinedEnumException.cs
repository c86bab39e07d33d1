namespace Mesh.Sdk.Resources;

/// <summary>A resource holds a number that its enum does not have, such as <c>(ServiceEntryResolution)99</c>, so there is no text to write.</summary>
public sealed class UndefinedEnumException : ArgumentException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="enumName">Name of the enum.</param>
    /// <param name="number">The number that it does not have.</param>
    public UndefinedEnumException(string enumName, string number)
        : base($"{enumName} has no value {number}, so it can't be written. Analyze tells where it stands.")
    {
        EnumName = enumName;
        Number = number;
    }

    /// <summary>Gets the name of the enum.</summary>
    public string EnumName { get; }

    /// <summary>Gets the number that the enum does not have.</summary>
    public string Number { get; }
}
